/** The rooms of docs/architecture.md §1–2: who may import whom. */
const outside = (allowed) => ({ pathNot: allowed });
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.tsx?$', '/assets/[^/]+\\.js$', '^test/fault/worker-process'],
      },
      to: {},
    },
    {
      name: 'domain-imports-zod-only',
      comment: 'domain is pure: no clock, randomness, store, fetch; a refusal is a code and facts',
      severity: 'error',
      from: { path: '^shared/src/domain/' },
      to: outside(['^shared/src/domain/', '^shared/src/problem', 'node_modules/zod/']),
    },
    {
      name: 'use-cases-and-outbox-import-domain-store-port-and-ports',
      severity: 'error',
      from: { path: '^shared/src/(use-cases|outbox)/' },
      to: outside([
        '^shared/src/(domain|use-cases|outbox|ports)/',
        '^shared/src/store/(port|collections|audit|decide-again|data-catalogue|catalogue/)',
        '^shared/src/(blobs|uploads)/port',
        '^shared/src/(problem|ids)',
        'node_modules/zod/',
        '^node:',
        '^(crypto|node:crypto)$',
      ]),
    },
    {
      name: 'adapters-import-ports-and-domain',
      severity: 'error',
      from: { path: '^connectors/src/([^/]+)/' },
      to: { path: '^(connectors/src/(?!$1)[^/]+/|lti-tool/|workspace-addon/)' },
    },
    {
      name: 'shared-imports-no-door',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(lti-tool|connectors|workspace-addon)/' },
    },
    {
      name: 'only-composition-roots-name-adapters',
      severity: 'error',
      from: {
        path: '^lti-tool/src/',
        pathNot: ['^lti-tool/src/(main|start-server|compose|admin)\\.ts$', '^lti-tool/src/admin/'],
      },
      to: {
        path: '^(connectors/src/|shared/src/store/(sqlite|mongo)/|shared/src/(media/|(blobs|uploads)/(disk|gridfs)/))',
      },
    },
    {
      name: 'lti-knows-no-express-and-no-html',
      severity: 'error',
      from: { path: '^lti-tool/src/lti/' },
      to: { path: '(node_modules/(express|preact)|\\.tsx$)' },
    },
    {
      name: 'pages-are-functions-of-their-props',
      comment: '*-page.tsx imports views and domain types',
      severity: 'error',
      from: { path: '-page\\.tsx$' },
      to: {
        path: '^(shared/src/(store|use-cases|outbox|ports|runtime|blobs)/|node_modules/express)',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
  },
};
