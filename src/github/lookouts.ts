import * as core from '@actions/core';
import { z } from 'zod';
import { Lookout } from '#model/lookout.ts';

/** An environment variable holds 128 KiB on Linux; half of it leaves room for bytes that are more than one to a letter. */
const ROOM = 60_000;

/** Hands what was seen to the job that may write issues, as output `lookouts`. Call it last: a crash says nothing, and no issue is touched. Does nothing off GitHub. */
export function handOver(
  looks: readonly Lookout[],
  env: Readonly<Record<string, string | undefined>>,
  set: (name: string, value: string) => void = core.setOutput,
): void {
  if (!env['GITHUB_OUTPUT'] || looks.length === 0) return;
  const text = JSON.stringify(looks);
  set('lookouts', text.length <= ROOM ? text : JSON.stringify(looks.map(shortened)));
}

/** Reads the output back. */
export function takeOver(output: string): Lookout[] {
  return z.array(Lookout).parse(JSON.parse(output));
}

/** Without the posts and rumours of matters of which nothing is unusual. */
function shortened({ matters, ...look }: Lookout): Lookout {
  return {
    ...look,
    matters: matters.map((matter) => (matter.alarms.length > 0 ? matter : { ...matter, posts: [], rumours: [] })),
  };
}
