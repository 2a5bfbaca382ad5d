const dataRecord = 0;
const endRecord = 1;

/**
 * Parses a program of at most 64 KiB in Intel HEX.
 *
 * @param size Bytes of the flash; bytes without a record are 0
 * @returns the flash as the processor's words
 * @throws {Error} if the text is not Intel HEX, is truncated or does not fit
 */
export function readIntelHex(text: string, size: number): Uint16Array {
  const flash = new Uint8Array(size);
  const lines = text.trim().split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const where = `Line ${index + 1} of the image`;
    const record = Buffer.from(line.slice(1), "hex");
    const data = record.subarray(4, -1);
    if (!/^:(?:[0-9a-f]{2})+$/i.test(line) || record[0] !== data.length || sum(record) % 256 !== 0)
      throw new Error(
        `${where} must be an Intel HEX record with a valid checksum, not "${line.slice(0, 80)}".`,
      );
    const address = record.readUInt16BE(1);
    if (record[3] === endRecord) return new Uint16Array(flash.buffer);
    if (record[3] !== dataRecord)
      throw new Error(`${where} is a record of type ${record[3]}; only 0 and 1 are supported.`);
    if (address + data.length > size)
      throw new Error(`${where} ends at byte ${address + data.length}; the flash has ${size}.`);
    flash.set(data, address);
  }
  throw new Error(
    `The image has no end record in its ${lines.length} lines. It is truncated; build it again.`,
  );
}

function sum(bytes: Buffer): number {
  return bytes.reduce((total, byte) => total + byte, 0);
}
