// The import rules of the house. Each one names the door that should have been used.
const packageNamed = (name) => `(^|node_modules/)${name}(/|$)`;

/** Files that decide: data in, data out. */
const machines = [
  '^main/payment/(attempt|consequence|printable|reading|request|schedule)\\.ts$',
  '^main/refund/(refund|returnable|pay-back|sources|split-lines|other-till|consequence|reading|request|schedule)\\.ts$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'electron-only-at-the-edge',
      comment: 'Everything but the shell and the bridge must run without Electron: hand the part in.',
      severity: 'error',
      from: {
        path: '^(main|preload|renderer)/',
        pathNot: '^(main/(index|program)\\.ts|main/(shell|bridge)/|preload/(index|display)\\.ts)',
      },
      to: { path: packageNamed('electron') },
    },
    {
      name: 'axios-only-in-dintero',
      comment: 'HTTP to Dintero goes through main/dintero/.',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/', pathNot: '^main/dintero/' },
      to: { path: packageNamed('axios') },
    },
    {
      name: 'sqlite-only-in-journal',
      comment: 'The journal owns the file; the rest asks the journal.',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/', pathNot: '^main/journal/' },
      to: { path: packageNamed('better-sqlite3') },
    },
    {
      name: 'sale-stands-alone',
      comment: 'The basket is arithmetic: its own files, main/result.ts, and types.',
      severity: 'error',
      from: { path: '^main/sale/' },
      to: { pathNot: '^main/(sale/|result\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'state-machines-are-pure',
      comment:
        'What an attempt or a refund may become is decided on plain data: types and other decisions only.',
      severity: 'error',
      from: { path: machines },
      to: {
        pathNot: [...machines, '^main/(sale/|result\\.ts$)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'dintero-knows-no-till',
      comment: 'main/dintero/ is HTTP and nothing else.',
      severity: 'error',
      from: { path: '^main/dintero/' },
      to: { path: '^main/', pathNot: '^main/(dintero/|result\\.ts$)' },
    },
    {
      name: 'journal-knows-no-dintero',
      comment: 'The journal is told what happened; it asks nobody.',
      severity: 'error',
      from: { path: '^main/journal/' },
      to: { path: '^main/(payment|refund|dintero|simulator|shell|bridge)/' },
    },
    {
      name: 'parts-know-no-shell',
      comment:
        'Dependencies point inwards: the shell and the bridge know the parts, never the other way round.',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/((index|program)\\.ts$|shell/|bridge/)' },
      to: { path: '^main/(shell|bridge)/' },
    },
    {
      name: 'window-knows-nothing',
      comment: 'The window sees the contract and itself.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|preload|test|tools)/', pathNot: '^preload/contract/' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'Both sides import the contract, so it may import zod and itself only.',
      severity: 'error',
      from: { path: '^preload/contract/' },
      to: { pathNot: ['^preload/contract/', packageNamed('zod')] },
    },
    {
      name: 'preload-is-thin',
      comment: 'The preload file is Electron and the contract.',
      severity: 'error',
      from: { path: '^preload/(index|display)\\.ts$' },
      to: { pathNot: ['^preload/contract/', packageNamed('electron')] },
    },
    {
      name: 'main-knows-no-tests',
      comment: 'What ships never reaches into test/ or tools/, nor into the window.',
      severity: 'error',
      from: { path: '^(main|preload)/' },
      to: { path: '^(test|tools|renderer)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache|test-results|demo-out)/' },
    // Imports of types count as well: a type is knowledge.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
