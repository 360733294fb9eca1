import { app } from 'electron';

/**
 * To be called before Electron is ready. Chromium draws the fields for a date in the order of its own locale, and
 * plain English has the month first: 11/12 would be read as another day. With British English the day is first, as
 * everywhere else in the till.
 */
export function writeDayFirst(): void {
  const locale = app.commandLine.getSwitchValue('lang') || (app.getPreferredSystemLanguages()[0] ?? '');
  if (/^en\b/.test(locale)) app.commandLine.appendSwitch('lang', 'en-GB');
}
