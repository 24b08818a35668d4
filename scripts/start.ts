import { preview, build } from 'astro';
import { openData } from '#store/read.ts';
import { main, options, text, UsageError } from './options.ts';
import { makeSample } from './sample.ts';

/** Makes the sample agency where it is still there, builds the site and serves it until it is stopped. Committed figures stay as they are. */
await main(async () => {
  const { root, values } = options({ port: { type: 'string' }, once: { type: 'boolean' } });
  const port = Number(text(values['port']) ?? 4321);
  if (!Number.isInteger(port)) throw new UsageError(`--port takes a number, not "${String(values['port'])}"`);
  for (const agency of openData(root).agencies()) {
    if (!agency.sample) continue;
    process.stdout.write(`Living through the sample agency's 26 months: ${agency.short} …\n`);
    await makeSample(root, agency);
  }
  process.stdout.write('Building the site …\n');
  await build({ logLevel: 'error' });
  if (values['once']) return 0;
  const server = await preview({ logLevel: 'error', server: { port } });
  process.stdout.write(
    `\n  Terang is served at http://${server.host ?? 'localhost'}:${server.port}${process.env['TERANG_BASE'] ?? '/'}\n  Stop it with Ctrl+C.\n\n`,
  );
  await server.closed();
  return 0;
});
