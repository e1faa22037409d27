// Unpacks what lies in the page compressed: base64, then zlib.

export async function unpacked(base64) {
  const packed = Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : byHand(base64);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function byHand(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}
