/**
 * Buttons `data-explore="<address of a chart's spec.json>"` draw that chart into their figure, in place of its pictures; the library
 * comes only then. Pressed again, the pictures are back.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-explore]')) {
  button.hidden = false;
  button.ariaPressed = 'false';
  button.onclick = async () => {
    const figure = button.closest('figure');
    const drawn = figure?.querySelector('.explore');
    if (drawn) {
      drawn.remove();
      figure?.classList.remove('exploring');
      button.ariaPressed = 'false';
      return;
    }
    button.disabled = true;
    try {
      const { draw } = await import('./draw.ts');
      await draw(button);
      button.ariaPressed = 'true';
    } catch (cause) {
      figure?.querySelector('.explore')?.remove();
      figure?.classList.remove('exploring');
      throw cause;
    } finally {
      button.disabled = false;
    }
  };
}
