import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const hosting = join(import.meta.dirname, '../../../hosting');
const isRoot = process.getuid?.() === 0;

/** A real web server with its configuration of `hosting/`; only address, port and folder are those of the test. */
export interface ServerKind {
  readonly name: string;
  /** What to install when it is absent. */
  readonly debianPackage: string;
  readonly command: string;
  /** Writes the configuration into `work` and returns the arguments that start the server in the foreground. */
  readonly configure: (work: string, siteDir: string, port: number) => string[];
}

/** Changes one line of a shipped file; a line that is not there any more is a fault of the test. */
function replaceLine(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`line not found: ${String(from)}`);
  return changed;
}

export const SERVERS: readonly ServerKind[] = [
  {
    name: 'nginx',
    debianPackage: 'nginx-light',
    command: 'nginx',
    configure(work, siteDir, port) {
      let shipped = readFileSync(join(hosting, 'nginx/et-apres.conf'), 'utf8');
      shipped = replaceLine(shipped, 'listen 80;', `listen 127.0.0.1:${port};`);
      shipped = replaceLine(shipped, 'root /var/www/et-apres;', `root ${siteDir};`);
      writeFileSync(join(work, 'et-apres.conf'), shipped);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${work}/${kind};`,
      );
      writeFileSync(
        join(work, 'nginx.conf'),
        `${isRoot ? 'user root;' : ''} daemon off; worker_processes 1; pid ${work}/nginx.pid; error_log ${work}/error.log;
        events {} http { access_log off; ${temporary.join(' ')} include ${work}/et-apres.conf; }`,
      );
      return ['-p', work, '-e', join(work, 'error.log'), '-c', join(work, 'nginx.conf')];
    },
  },
  {
    name: 'Apache',
    debianPackage: 'apache2-bin',
    command: 'apache2',
    configure(work, siteDir, port) {
      copyFileSync(join(hosting, 'apache/.htaccess'), join(siteDir, '.htaccess'));
      const modules = [
        'mpm_event',
        'authz_core',
        'mime',
        'dir',
        'headers',
        'rewrite',
        'filter',
        'deflate',
        'autoindex',
      ];
      writeFileSync(join(work, 'mime.types'), '');
      writeFileSync(
        join(work, 'apache.conf'),
        [
          ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
          `ServerRoot ${work}`,
          `PidFile ${work}/apache.pid`,
          `DefaultRuntimeDir ${work}`,
          `ErrorLog ${work}/error.log`,
          `TypesConfig ${work}/mime.types`,
          `Listen 127.0.0.1:${port}`,
          'ServerName localhost',
          `DocumentRoot ${siteDir}`,
          `<Directory ${siteDir}>\nAllowOverride All\nOptions FollowSymLinks\nRequire all granted\n</Directory>`,
        ].join('\n'),
      );
      return ['-D', 'FOREGROUND', '-f', join(work, 'apache.conf')];
    },
  },
  {
    name: 'Caddy',
    debianPackage: 'caddy',
    command: 'caddy',
    configure(work, siteDir, port) {
      let shipped = readFileSync(join(hosting, 'caddy/Caddyfile'), 'utf8');
      shipped = replaceLine(shipped, /^et-apres\.example \{/m, `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`);
      shipped = replaceLine(shipped, 'root * /var/www/et-apres', `root * ${siteDir}`);
      writeFileSync(join(work, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${shipped}`);
      return ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'];
    },
  },
];

/** Where the server of a kind is; undefined when it is not installed (Debian keeps servers out of the PATH of users). */
export function findServer({ command }: ServerKind): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

export interface RunningServer {
  port: number;
  stop: () => Promise<void>;
}

/** Starts a server on a free port of this machine. Throws with what it says when it does not answer. */
export async function startServer(kind: ServerKind, work: string, siteDir: string): Promise<RunningServer> {
  const command = findServer(kind);
  if (command === undefined) throw new Error(`${kind.name} is not installed`);
  mkdirSync(work, { recursive: true });
  const port = await findFreePort();
  const child = spawn(command, kind.configure(work, siteDir, port), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${kind.name} stopped: ${said}`);
    if (await answers(port)) return { port, stop: () => stop(child) };
    await sleep(50);
  }
  await stop(child);
  throw new Error(`${kind.name} does not answer: ${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  const closed = new Promise((done) => child.once('close', done));
  child.kill();
  await closed;
}

const answers = (port: number): Promise<boolean> =>
  get(port, '/robots.txt').then(
    () => true,
    () => false,
  );

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One request, its path sent as it is written (`..` included). */
export function get(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
