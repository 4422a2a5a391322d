import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Taille {
  files: number;
  bytes: number;
}

/** How many files a folder holds, at any depth, and their bytes; nothing when there is no such folder. */
export function peser(directory: string): Taille {
  const taille: Taille = { files: 0, bytes: 0 };
  if (!existsSync(directory)) return taille;
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    taille.files += 1;
    taille.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return taille;
}
