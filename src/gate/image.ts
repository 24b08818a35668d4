/** What a picture's first bytes say, without decoding it. */
export interface Picture {
  readonly type: 'png' | 'jpg' | 'webp' | 'avif';
  readonly width: number;
  readonly height: number;
}

/** Reads type and size from a picture's header; undefined where the bytes are no such picture. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? jpg(view) ?? webp(view) ?? avif(view);
  } catch (error) {
    // A header that ends before its numbers.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function letters(view: DataView, at: number, length = 4): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));
}

/** W3C PNG: the signature, then IHDR. */
function png(view: DataView): Picture | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || letters(view, 12) !== 'IHDR') return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU T.81: segments up to the first frame header. */
function jpg(view: DataView): Picture | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}

/** RFC 9649. */
function webp(view: DataView): Picture | undefined {
  if (letters(view, 0) !== 'RIFF' || letters(view, 8) !== 'WEBP') return undefined;
  const form = letters(view, 12);
  if (form === 'VP8 ')
    return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return form === 'VP8X' ? { type: 'webp', width: three(24), height: three(27) } : undefined;
}

/** ISO 23008-12: the largest `ispe` property. */
function avif(view: DataView): Picture | undefined {
  if (letters(view, 4) !== 'ftyp' || !/avif|avis|mif1/.test(letters(view, 8, Math.min(32, view.getUint32(0) - 8))))
    return undefined;
  let picture: Picture | undefined;
  for (let at = 0; at + 16 <= Math.min(view.byteLength, 65_536); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (!picture || width * height > picture.width * picture.height) picture = { type: 'avif', width, height };
  }
  return picture;
}
