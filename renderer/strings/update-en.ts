/** New versions of the till. */
export const update = {
  title: 'Updates',
  install: 'Install now',
  later: 'Later',
  askTitle: 'Install the update now?',
  askText: (sentence: string) =>
    `${sentence} The till closes and opens again; nothing that is written down is lost. Only a manager decides this.`,
  yes: 'Install it now',
  no: 'Wait',
  look: 'Look for updates',
  how: 'How they come',
  automatic: 'Look for updates by itself',
  address: 'Address of the updates',
  addressHint: 'https://… from your supplier. Empty: the one the till was installed with.',
};
