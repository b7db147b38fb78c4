// npm publish asks this first. To publish on purpose, take it and `publishConfig` out of package.json.
console.error('Gramme is not published to a registry; npm run package:npm makes the package.');
process.exitCode = 1;
