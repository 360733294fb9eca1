import type Database from 'better-sqlite3';

export interface SettingReads {
  /** A section of the shop's settings as it was written down; null when it was never changed. */
  setting(section: string): unknown;
}

export function createSettingReads(db: Database.Database): SettingReads {
  const value = db.prepare<[string], string>('SELECT value FROM setting WHERE section = ?').pluck();
  return {
    setting: (section) => {
      const text = value.get(section);
      return text === undefined ? null : (JSON.parse(text) as unknown);
    },
  };
}
