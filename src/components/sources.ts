export { NOMS_DES_SOURCES, nomsDesSources } from '../domain/textes/noms-des-sources.ts';
