/**
 * Buttons `data-explore="<address of a chart's spec.json>"` draw that chart into their figure, in place of its pictures; the library
 * comes only then. Pressed again, the pictures are back.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-explore]')) {
  button.hidden = false;
  button.onclick = async () => {
    button.disabled = true;
    try {
      const { toggle } = await import('./draw.ts');
      await toggle(button);
    } finally {
      button.disabled = false;
    }
  };
}
