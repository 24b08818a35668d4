import { enableCompileCache } from 'node:module';

// Half of what this command needs to start is reading TypeScript; from the second time on it is remembered.
enableCompileCache();
const { classify } = await import('./opinion/classify.ts');
process.exitCode = await classify(process.argv.slice(2), process.stdin, process.stdout, process.stderr);
