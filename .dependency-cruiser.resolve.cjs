/** Lets dependency-cruiser see the sources behind a workspace's name; its built files are no rooms. */
const { resolve } = require('node:path');

module.exports = {
  resolve: {
    alias: {
      '@buitenboord/shared': resolve(__dirname, 'shared/src'),
      '@buitenboord/connectors': resolve(__dirname, 'connectors/src'),
      '@buitenboord/lti-tool': resolve(__dirname, 'lti-tool/src'),
    },
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
  },
};
