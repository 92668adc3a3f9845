module.exports = globalThis[Symbol.for('loaded once')]('adaptivecards-templating/lib/template-engine.js');
