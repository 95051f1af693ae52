/** Tests run as ES modules straight from the TypeScript sources (swc), so that a test run needs no build. */
const project = (name) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, `<rootDir>/test/${name}/**/*.test.tsx`],
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/support/second-attempt.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@buitenboord/(shared|connectors|lti-tool)/(.*)\\.js$': '<rootDir>/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
});

export default {
  projects: ['unit', 'contract', 'integration', 'e2e'].map(project),
  testTimeout: 60_000,
  // ES modules of finished test files stay in memory (jest issue 14605): a fresh process before collecting them takes longer than testing.
  workerIdleMemoryLimit: '1GB',
};
