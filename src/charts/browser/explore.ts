/** Buttons `data-explore="<address of a chart's spec.json>"` draw that chart into their figure; the library comes only then. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-explore]')) {
  button.hidden = false;
  button.onclick = async () => {
    button.disabled = true;
    try {
      const { draw } = await import('./draw.ts');
      await draw(button);
      button.hidden = true;
    } finally {
      button.disabled = false;
    }
  };
}
