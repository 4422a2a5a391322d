import { UserError } from '../lib/errors.ts';
import { FetchFault, PassingError } from './faults.ts';
import { ask, type Answer, type Net, type Question } from './http.ts';
import { persist, statusError } from './retry.ts';

export interface Identifiants {
  username: string;
  password: string;
}

/** What the service allows: 5 requests a second (FORMATS § 3). */
const BETWEEN_REQUESTS_MS = 200;

/** A page as answered: its content, or the refusal (400) that the service explains. */
export type Page = { contenu: unknown } | { refus: string };

/** The account of the InserJeunes API, from the environment; undefined when there is none. Throws `UserError` on half of one. */
export function chooseIdentifiants(environment: NodeJS.ProcessEnv): Identifiants | undefined {
  const { INSERJEUNES_USERNAME: username = '', INSERJEUNES_PASSWORD: password = '' } = environment;
  if (username === '' && password === '') return undefined;
  // Printable, as they travel in headers. Neither is ever shown.
  if (![username, password].every((text) => /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text)))
    throw new UserError(
      'INSERJEUNES_USERNAME and INSERJEUNES_PASSWORD expect the name and the password of the account, both, in letters without accents. What to do: give both, or neither to do without the API.',
    );
  return { username, password };
}

/** The InserJeunes API: one login for all, renewed when the service says so. The password goes to its own origin only, and into no message. */
export class InserJeunesApi {
  private readonly base: string;
  private readonly identifiants: Identifiants;
  private readonly net: Net;
  private asked: Promise<string> | undefined;
  private token: string | undefined;
  private next = 0;

  constructor(base: string, identifiants: Identifiants, net: Net) {
    this.base = base;
    this.identifiants = identifiants;
    this.net = net;
  }

  /** Asks for one page, such as `/UAI/0380055D/millesime/2023_2024`. */
  async page(chemin: string): Promise<Page> {
    return persist(chemin, () => this.tryPage(chemin), this.net);
  }

  private async tryPage(chemin: string): Promise<Page> {
    let token = await this.login();
    let answer = await this.get(chemin, token);
    if (answer.status === 401) {
      answer.discard();
      token = await this.login(token);
      answer = await this.get(chemin, token);
    }
    if (answer.status !== 200 && answer.status !== 400) {
      const { username, password } = this.identifiants;
      throw await statusError(answer, this.base + chemin, this.net, [password, username, token]);
    }
    const contenu = parse(await textOf(answer));
    if (answer.status === 200 && contenu !== undefined) return { contenu };
    const refus = messageOf(contenu);
    if (answer.status === 400 && refus !== undefined) return { refus };
    throw new FetchFault([
      {
        expected: `JSON from ${this.base}${chemin}`,
        received: `something else, with status ${answer.status}`,
        todo: 'Look whether the service is under maintenance, then run the same command again.',
      },
    ]);
  }

  private get(chemin: string, token: string): Promise<Answer> {
    return this.send({ url: this.base + chemin, headers: { authorization: `Bearer ${token}` } });
  }

  /** The token, shared by all requests under way; a new one when `refused` is still the one held. */
  private login(refused?: string): Promise<string> {
    if (this.asked !== undefined && (refused === undefined || this.token !== refused)) return this.asked;
    this.token = undefined;
    const asked = this.askToken().then((token) => (this.token = token));
    asked.catch(() => (this.asked = undefined));
    this.asked = asked;
    return asked;
  }

  private async askToken(): Promise<string> {
    const answer = await this.send({ url: `${this.base}/login`, method: 'POST', headers: { ...this.identifiants } });
    if (answer.status === 429 || answer.status >= 500) throw await statusError(answer, `${this.base}/login`, this.net);
    const body = parse(await textOf(answer));
    const token = typeof body === 'object' && body !== null && 'access_token' in body ? body.access_token : undefined;
    if (answer.status === 200 && typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
    throw new FetchFault([
      {
        expected: `a token from ${this.base}/login`,
        received: `none, with status ${answer.status}`,
        todo: 'Check INSERJEUNES_USERNAME and INSERJEUNES_PASSWORD.',
      },
    ]);
  }

  /** In turn: never more than 5 requests in a second. */
  private async send(question: Question): Promise<Answer> {
    const { clock } = this.net;
    const now = clock.now();
    const turn = Math.max(now, this.next);
    this.next = turn + BETWEEN_REQUESTS_MS;
    if (turn > now) await clock.sleep(turn - now);
    return ask({ ...question, secret: true }, this.net);
  }
}

async function textOf({ body, headers }: Answer): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const bytes of body) chunks.push(bytes);
  const bytes = Buffer.concat(chunks);
  const announced = headers['content-length'];
  if (announced !== undefined && Number(announced) !== bytes.length)
    throw new PassingError(`${bytes.length} bytes, ${announced} announced`);
  return bytes.toString();
}

/** JSON, or JSON in a JSON string (FORMATS § 3); undefined when it is neither. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    return undefined;
  }
}

const messageOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'msg' in body && typeof body.msg === 'string' ? body.msg : undefined;
