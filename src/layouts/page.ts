/** Two small courtesies; the page is whole without them. */

/** Days after which a page that should be fresh says that it is not. */
const STALE = 3;

const asOf = document.body.dataset['asOf'];
const note = document.getElementById('stale');
if (asOf && note && Date.now() - Date.parse(asOf) > (STALE + 1) * 86_400_000) note.hidden = false;

// The other language opens at the part that is being read.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-switch]')) {
  link.addEventListener('click', () => {
    let here = '';
    for (const part of document.querySelectorAll('main [id]')) {
      const { top, height } = part.getBoundingClientRect();
      if (height > 0 && top < 120) here = part.id;
    }
    if (here && scrollY > 200) link.hash = here;
  });
}
