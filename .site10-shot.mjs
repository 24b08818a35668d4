import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking'] });
const jobs = JSON.parse(process.argv[2]);
for (const j of jobs) {
  const p = await b.newPage({ viewport: { width: j.w, height: j.h ?? 900 }, colorScheme: j.dark ? 'dark' : 'light', javaScriptEnabled: !j.nojs });
  await p.goto('http://127.0.0.1:8710/' + j.at);
  if (j.open) await p.$$eval(j.open, els => els.forEach(e => e.open = true));
  const out = `/tmp/site10-shots/${j.name}.png`;
  if (j.pdf) await p.pdf({ path: out.replace('.png','.pdf'), format: 'A4' });
  else if (j.sel) await p.locator(j.sel).first().screenshot({ path: out });
  else await p.screenshot({ path: out, fullPage: j.full ?? false });
  await p.close();
}
await b.close();
