import { useEffect, useState } from 'react';
import type { AboutText, AboutView, TextBlock } from '../../../preload/contract/about.ts';
import { act, replyOnce, useBusy, read } from '../../acts.ts';
import { sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { TextBlocks } from '../../parts/text-blocks.tsx';
import { useFormats, useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { Facts } from './facts.tsx';
import styles from './settings.module.css';

function Model() {
  const { about } = useStrings().care;
  const formats = useFormats();
  const [shown, setShown] = useState<AboutView | null>(null);
  useEffect(() => {
    void read('about.view', {}).then(setShown);
  }, []);
  const rows: [string, string][] =
    shown === null
      ? []
      : [
          [about.model, shown.model],
          [about.version, shown.version],
          [about.till, shown.tillId],
          [about.install, shown.installId],
          [about.installed, formats.dayTime(shown.installedAt)],
          [about.entries, formats.count(shown.entries)],
          [about.parts, shown.parts.map(({ name, version }) => `${name} ${version}`).join(', ')],
        ];
  return (
    <Card name={about.title}>
      <Facts rows={rows} />
    </Card>
  );
}

function Check() {
  const { about } = useStrings().care;
  const formats = useFormats();
  const busy = useBusy('about.check');
  const [said, setSaid] = useState('');
  const check = async () => {
    setSaid('');
    const reply = await replyOnce('about.check', {});
    if (reply?.ok !== true) return;
    const { entries, receipts, wrong } = reply.value;
    setSaid(
      wrong === null ? about.right(formats.count(entries), formats.count(receipts)) : about.wrong(wrong),
    );
  };
  return (
    <Card name={about.check}>
      <p className={styles.soft}>{about.checkText}</p>
      <div className={styles.buttons}>
        <Button off={busy} onClick={() => void check()}>
          {about.check}
        </Button>
      </div>
      <p role="status">{busy ? about.checking : said}</p>
    </Card>
  );
}

function Text({ name, about: explained, text }: { name: string; about: string; text: AboutText }) {
  const { about } = useStrings().care;
  const busy = useBusy('about.saveDescription');
  const [blocks, setBlocks] = useState<readonly TextBlock[] | null>(null);
  const save = async () => {
    const reply = await replyOnce('about.saveDescription', {});
    if (reply?.ok === true && reply.value.saved) sayInfo(about.saved);
  };
  return (
    <Card name={name}>
      <p className={styles.soft}>{explained}</p>
      <div className={styles.buttons}>
        <Button
          aria-label={`${about.read}: ${name}`}
          aria-expanded={blocks !== null}
          onClick={() => {
            if (blocks === null) void act('about.text', { text }).then(setBlocks);
            else setBlocks(null);
          }}
        >
          {about.read}
        </Button>
        {text === 'description' && (
          <Button off={busy} onClick={() => void save()}>
            {about.save}
          </Button>
        )}
      </div>
      {blocks !== null && <TextBlocks name={name} blocks={blocks} />}
    </Card>
  );
}

function Support() {
  const { about } = useStrings().care;
  const busy = useBusy('support.save');
  const save = async () => {
    const reply = await replyOnce('support.save', {});
    if (reply?.ok === true && reply.value.saved) sayInfo(about.supportSaved);
  };
  return (
    <Card name={about.support}>
      <p className={styles.soft}>{about.supportText}</p>
      <div className={styles.buttons}>
        <Button off={busy} onClick={() => void save()}>
          {about.supportSave}
        </Button>
      </div>
    </Card>
  );
}

/** What this till is, whether its journal checks out, and what support needs. */
export function About() {
  const { about } = useStrings().care;
  return (
    <>
      <Model />
      <Check />
      <Text name={about.description} about={about.descriptionText} text="description" />
      <Support />
      <Text name={about.licences} about={about.licencesText} text="licences" />
    </>
  );
}
