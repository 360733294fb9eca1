import { useEffect, useState } from 'react';
import type { Logo } from '../../../preload/contract/printer.ts';
import { act, actOnce, read } from '../../acts.ts';
import { Button } from '../../parts/button.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';

/** The dots as they will stand on paper, row by row. */
function Picture({ logo, name }: { readonly logo: Logo; readonly name: string }) {
  const bytes = Uint8Array.from(atob(logo.bits), (letter) => letter.charCodeAt(0));
  const across = logo.width / 8;
  let path = '';
  for (let y = 0; y < logo.height; y += 1) {
    for (let x = 0; x < logo.width; x += 1) {
      if (((bytes[y * across + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return (
    <svg role="img" aria-label={name} className={styles.logo} viewBox={`0 0 ${logo.width} ${logo.height}`}>
      <path d={path} />
    </svg>
  );
}

/** The picture above every printed receipt. */
export function LogoSettings() {
  const { printer } = useStrings();
  const [logo, setLogo] = useState<Logo | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    void read('settings.shop', {}).then((all) => {
      if (all !== null) setLogo(all.logo.picture);
    });
  }, [times]);
  const choose = async (): Promise<void> => {
    const chosen = await act('printer.chooseLogo', {});
    if (chosen?.chosen === true) setTimes(times + 1);
  };
  const remove = async (): Promise<void> => {
    if (await actOnce('settings.change', { section: 'logo', value: { picture: null } })) setLogo(null);
  };
  return (
    <Card name={printer.logo}>
      {logo !== null && <Picture logo={logo} name={printer.logo} />}
      <p className={styles.soft}>
        {logo === null ? printer.logoNone : printer.logoShown(logo.width, logo.height)}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void choose()}>{printer.chooseLogo}</Button>
        {logo !== null && <Button onClick={() => void remove()}>{printer.removeLogo}</Button>}
      </div>
    </Card>
  );
}
