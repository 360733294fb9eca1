/** What the set-up says. Loaded with it: a till that sells needs none of it. */
export const en = {
  title: 'Set up this till',
  pages: {
    seller: 'Your shop',
    account: 'Dintero account',
    profile: 'Payment profile',
    store: 'Store',
    terminal: 'Terminal',
    printer: 'Receipt printer',
    operators: 'Operators',
    ready: 'Ready',
  },
  progress: 'Steps',
  back: 'Back',
  next: 'Next',
  checkAgain: 'Check again',
  goOn: 'Go on all the same',
  checking: 'Asking Dintero …',
  outcomes: { ok: 'Right', wrong: 'Wrong', unchecked: 'Not checked' },
  later: 'What could not be checked now can be filled in all the same, and is checked once more at the end.',
  known: 'At Dintero',
  seller: {
    intro: 'This stands on every receipt.',
    name: 'Name of the shop',
    organisationNumber: 'Organisation number',
    organisationHint: 'Nine digits, from the register of entities.',
    vat: 'Registered for VAT',
    yes: 'Yes',
    no: 'No',
    addressLine: (line: number) => `Address, line ${String(line)}`,
    currency: 'Currency',
  },
  account: {
    intro:
      'You find these in Dintero Backoffice, under Settings and API clients. Make a client for this till alone.',
    accountId: 'Account',
    accountHint: 'T and eight digits for a test account, P and eight digits for a real one.',
    clientId: 'Client id',
    secret: 'Client secret',
    secretHint: 'It goes to this machine’s key store and is never shown again.',
    addresses: 'Dintero’s addresses',
    checkoutUrl: 'Checkout',
    apiUrl: 'API',
  },
  profile: {
    intro:
      'The profile says how customers may pay. The till needs one with card payments in person and nothing else.',
    profileId: 'Payment profile',
    more: 'How Dintero is asked',
    block: 'Switch payments in person on with each sale',
    publish: 'Wake the terminal with each sale',
    refund: 'Refunds need the customer’s card at the terminal',
    moreHint: 'Leave these as they are unless Dintero has told you otherwise.',
  },
  store: {
    intro: 'The store is the shop as Dintero knows it. Its takings are paid out to the payout destination.',
    id: 'Store',
    payout: 'Payout destination',
  },
  terminal: {
    intro: 'The card terminal beside this till. Each till has one of its own.',
    id: 'Terminal',
    status: (id: string, status: string) => `${id} (${status})`,
  },
  printer: {
    intro:
      'Where receipts are printed. Everything else about the printer, the drawer and the logo is found under Settings afterwards.',
    afterSale: 'Print a receipt after each sale',
  },
  operators: {
    intro:
      'Who may use the till, each with a PIN. Without operators nobody logs in, and nothing needs a manager.',
    name: (number: number) => `Name of operator ${String(number)}`,
    pin: (number: number) => `PIN of operator ${String(number)}`,
    pinHint: 'Four to eight digits.',
    role: 'Role',
    roles: { manager: 'Manager', cashier: 'Cashier' },
    add: 'Add an operator',
    remove: (number: number) => `Remove operator ${String(number)}`,
    none: 'There are no operators yet.',
  },
  ready: {
    intro:
      'Nothing is kept until you press Finish. The till then starts for real, with its first receipt to come.',
    address: 'Address',
    noOperators: 'None: nobody logs in',
    checks: 'Checked at Dintero',
    finish: 'Finish',
    finishing: 'The till starts …',
    keyStore: {
      protected: 'The client secret goes to this machine’s key store.',
      weak: 'The client secret is kept with weak protection, as --password-store=basic asks for: anybody who can read this user’s files can read it.',
      none: (file: string) =>
        `This machine has no key store. The client secret would have to lie unprotected in the file ${file}, where anybody who can read this user’s files can read it.`,
    },
    secretInFile: 'Write the secret into that file',
    secretAgreement: 'Without a key store, say first where the secret may be kept.',
    mistakes: 'Something is not filled in rightly:',
  },
  connection: {
    intro:
      'Where this till’s payments go. Dintero is asked before anything is changed, and the till starts again with it: not while a payment or a refund is open.',
    returnUrl: 'Return address',
    callbackUrl: 'Callback address',
    callbackHint: 'May be left empty: the till asks Dintero itself.',
    check: 'Check',
    save: 'Save and start again',
    anyway: 'Save all the same',
  },
  done: {
    title: 'The till is set up',
    text: (shop: string, terminal: string) =>
      `${shop} sells from now on, with terminal ${terminal}. Receipts are real.`,
    articles: 'Import articles',
    testSale: 'Try it with 1 krone',
    testText:
      'A test sale of 1 krone is a sale like any other: it is paid by card at the terminal, gets a receipt, and can be given back at once.',
    line: 'Test sale',
    sell: 'Begin selling',
  },
};

/** Every string of the set-up; a language that lacks one does not compile. */
export type SetUpStrings = typeof en;
