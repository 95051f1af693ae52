import { open, type FileHandle } from 'node:fs/promises';

/** A file that is read and overwritten in places, never loaded whole and never longer or shorter than it was. */
export interface FileWindow {
  readonly size: number;
  /** Fewer bytes than asked only at the end of the file. */
  read(at: number, bytes: number): Promise<Buffer>;
  write(at: number, content: Uint8Array): Promise<void>;
  /** Overwrites with zeros. */
  wipe(at: number, bytes: number): Promise<void>;
}

const zeros = Buffer.alloc(256 * 1024);

/** Opens a file for changing in place; what was changed is on disk when the work is done. */
export async function withFileWindow<T>(path: string, work: (file: FileWindow) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const result = await work(windowOn(handle, size));
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

function windowOn(handle: FileHandle, size: number): FileWindow {
  const write = async (at: number, content: Uint8Array): Promise<void> => {
    if (at < 0 || at + content.length > size) throw new RangeError('outside the file');
    await handle.write(content, 0, content.length, at);
  };
  return {
    size,
    async read(at, bytes) {
      const wanted = Math.max(0, Math.min(bytes, size - at));
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
      return buffer.subarray(0, bytesRead);
    },
    write,
    async wipe(at, bytes) {
      for (let done = 0; done < bytes; done += zeros.length) {
        await write(at + done, zeros.subarray(0, Math.min(zeros.length, bytes - done)));
      }
    },
  };
}
