import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { COMMENTARY, checkAll } from '#gate/files.ts';
import { gate, policy } from '#gate/policy.ts';
import { chartIds } from '#charts/ids.ts';
import { kpis } from '#kpis/index.ts';
import { filesBelow } from '#store/content.ts';
import { publishData } from '#store/publish.ts';
import { openData } from '#store/read.ts';

// Where the site will live, https://kominfo.example and /laporan/; where its data and commentary lie; where it is built.
const { TERANG_SITE: site, TERANG_BASE: base = '/', TERANG_OUT: outDir = './dist' } = process.env;
const { TERANG_DATA: root = 'data', TERANG_COMMENTARY: commentary = COMMENTARY } = process.env;

/** All that a commentary may name, before Astro reads any. */
function check() {
  const names = openData(root)
    .agencies()
    .map(({ id, accounts }) => [
      id,
      { kpis: kpis.map((kpi) => kpi.id), charts: chartIds, scopes: accounts.map((account) => account.id) },
    ]);
  return checkAll(filesBelow(commentary, `${COMMENTARY}/`), new Map(names));
}

/** For hosts that can send headers. GitHub Pages can't, which is why the policy also stands in each page. */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Content-Security-Policy: frame-ancestors 'none'
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=31536000
/data/*
  Access-Control-Allow-Origin: *
`;

/** Puts the data beside the pages that rest on them, so that every link from a figure to its file works. */
const publish = {
  name: 'terang:publish',
  hooks: { 'astro:build:done': ({ dir }) => publishData(root, fileURLToPath(dir), HEADERS) },
};

/** Vite wraps each dynamic import in 1.6 KB that preload its style sheets; ours has none, and the page's script has to stay small. */
const bare = {
  name: 'terang:bare-import',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  outDir,
  // Folders end in a slash and files do not; with 'always' the dev server would refuse the files.
  trailingSlash: 'ignore',
  // Nothing is inlined, so that the content security policy can be strict.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, plugins: [bare] },
  devToolbar: { enabled: false },
  // The default engine would drop the commentary policy without a word; `unified` carries it. The policy brings tables itself.
  markdown: { processor: unified({ gfm: false, remarkPlugins: [policy] }), syntaxHighlight: false },
  integrations: [gate(check), mdx(), publish],
});
