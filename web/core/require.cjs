// For `require('gramme')`: the package is an ES module, so it is loaded on the first call.
exports.loadGramme = async (options) => (await import('./node.mjs')).loadGramme(options);
