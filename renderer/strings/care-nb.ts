import type { care as english } from './care-en.ts';

/** Ord for å ta vare på kassen: sikkerhetskopien, maskinen på disken, hjelp, og hva kassen er. */
export const care: typeof english = {
  copy: {
    label: 'Kopi',
    age: (text) => `Kopi ${text}`,
    now: 'nå',
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} t`,
    days: (count) => `${count} d`,
    notYet: 'ikke ennå',
    missing: 'mangler',
    title: 'Sikkerhetskopi av journalen',
    explain:
      'Alt i journalen, innstillingene og kassens identitet, etter hvert som det endres. Aldri klienthemmeligheten. Med den kan kassen settes opp på en annen maskin slik den var.',
    none: 'Ingen kopi tas.',
    place: 'Sted',
    upTo: 'Oppdatert',
    making: (percent) => `Den første kopien tas: ${percent} %`,
    sameDisk: 'Stedet er på kassens egen disk: ryker den, er begge tapt.',
    choose: 'Velg sted',
    chooseOther: 'Velg et annet sted',
    stop: 'Slutt å kopiere',
    chosen: 'Kopien tas.',
    stopped: 'Ingen kopi tas fra nå av. Det som er kopiert, ligger der fortsatt.',
  },
  pc: {
    title: 'Kassemaskinen',
    explain:
      'I kioskmodus fyller kassen skjermen, og vinduet kan bare lukkes herfra. En kasse som starter med maskinen, startes igjen hvis den stopper.',
    kiosk: 'Kioskmodus',
    startAtLogin: 'Start med maskinen',
    sounds: 'Lyd',
    soundsExplain:
      'En tone når en skanning ikke ga noe, når en kortbetaling er godkjent eller ikke ble det, og når noe slår alarm.',
    screenKeyboard: 'Tastatur på skjermen',
    screenKeyboardExplain:
      'Kommer når en finger trykker i et felt, for en kasse uten tastatur. Av: der maskinen viser sitt eget.',
    on: 'På',
    off: 'Av',
    close: 'Lukk kassen',
    closeText: 'Det som er åpent, blir tatt vare på. Start den igjen fra maskinens meny.',
    closeNow: 'Lukk nå',
  },
  about: {
    title: 'Om kassen',
    model: 'Modell',
    version: 'Versjon',
    install: 'Installasjon',
    till: 'Kasse',
    installed: 'Satt opp',
    entries: 'Oppføringer i journalen',
    parts: 'Laget av',
    check: 'Kontroller journalen',
    checking: 'Leser hele journalen',
    checkText: 'Leser hver oppføring, kvittering og signatur på nytt. Kassen selger imens.',
    right: (entries, receipts) => `Journalen er hel: ${entries} oppføringer, ${receipts} kvitteringer.`,
    wrong: (what) => `Journalen stemmer ikke: ${what}`,
    description: 'Systembeskrivelse',
    descriptionText:
      'Hva kassen består av og gjør, og hvordan den kan kontrolleres: beskrivelsen som kassasystemreglene krever.',
    licences: 'Lisenser',
    licencesText: 'For delene som andre har laget.',
    read: 'Les',
    save: 'Lagre som PDF',
    saved: 'Lagret.',
    support: 'Hjelp fra brukerstøtte',
    supportText:
      'Én fil med logger, innstillinger, versjoner og resultatet av en journalkontroll. Ingen hemmeligheter, ingen PIN-koder, ingen kortnumre, ingen salg.',
    supportSave: 'Lagre støttefil',
    supportSaved: 'Støttefilen er lagret.',
  },
};
