import { slugify } from '../lib/slug.ts';

/**
 * Words of pupils and counsellors that no official name holds: acronyms that are not initials, trades, what a diploma was called. A name holds
 * the entry when its words contain it, in order, whatever the accents; the names are those of the nomenclature, present or old.
 */
const SYNONYMES: readonly (readonly [noms: readonly string[], mots: readonly string[]])[] = [
  [["métiers de l'électricité et de ses environnements connectés"], ['melec']],
  [['assistance à la gestion des organisations'], ['agora', 'secrétaire', 'secrétariat']],
  [["support à l'action managériale"], ['secrétaire', 'assistante de direction']],
  [['cybersécurité, informatique et réseaux, électronique'], ['ciel']],
  [['services et prestations des secteurs sanitaire et social'], ['sp3s']],
  [['gestion de la PME'], ['gpme']],
  [['technicien conseil vente'], ['tcv']],
  [['technicien conseil vente en alimentation'], ['tcva']],
  [['commercialisation et services en hôtel-café-restaurant'], ['hcr', 'serveur', 'serveuse']],
  [
    ['commercialisation et services en restauration', 'arts du service et commercialisation'],
    ['serveur', 'serveuse'],
  ],
  [['accompagnement, soins et services à la personne'], ['auxiliaire de vie', 'aide à domicile']],
  [['accompagnant éducatif petite enfance'], ['crèche', 'atsem', 'nounou']],
  [
    ['installations sanitaires', 'installateur sanitaire', 'génie climatique et sanitaire'],
    ['plombier', 'plomberie'],
  ],
  [['installations thermiques', 'installateur thermique', 'installateur en chauffage'], ['chauffagiste']],
  [
    ['conducteur routier', 'conducteur transport routier'],
    ['chauffeur routier', 'chauffeur poids lourd'],
  ],
  [['conducteur livreur', 'livreur'], ['chauffeur livreur']],
  [
    ['maintenance des véhicules', 'maintenance de véhicules', 'maintenance automobile', 'mécanicien réparateur'],
    ['mécanicien auto', 'mécanique automobile', 'garagiste'],
  ],
  [
    ['carrosserie', 'carrossier'],
    ['carrossier', 'carrosserie', 'tôlier'],
  ],
  [['comptabilité et gestion'], ['comptable']],
  [['design graphique'], ['graphiste', 'infographiste']],
  [['équipier polyvalent du commerce'], ['vendeur', 'vendeuse', 'caissier']],
  [['métiers du commerce et de la vente'], ['vendeur', 'vendeuse']],
  [['peintre applicateur de revêtements'], ['peintre en bâtiment']],
  [['coiffure'], ['coiffeur', 'coiffeuse']],
  [
    ['esthétique cosmétique', 'esthéticien', 'esthétique, de la cosmétique'],
    ['esthéticienne', 'maquillage'],
  ],
  [
    ['soudage', 'soudeur'],
    ['soudeur', 'soudure'],
  ],
  [['hygiène, propreté, stérilisation'], ['hygiène environnement', 'nettoyage']],
  [['pâtissier'], ['pâtisserie']],
  [['boulanger'], ['boulangerie']],
  [['boucher'], ['boucherie']],
  [['charcutier'], ['charcuterie']],
  [['poissonnier'], ['poissonnerie']],
  [['menuisier'], ['menuiserie']],
  [['charpentier'], ['charpente']],
  [['ébéniste'], ['ébénisterie']],
  [['couvreur'], ['couverture', 'toiture']],
  [['maçon'], ['maçonnerie']],
  [['électricien'], ['électricité']],
  [['fleuriste'], ['fleurs']],
  [
    ['horlogerie', 'horloger'],
    ['horloger', 'horlogerie'],
  ],
  [
    ['jardinier paysagiste', 'travaux paysagers'],
    ['jardin', 'paysagiste', 'espaces verts'],
  ],
  [['opticien'], ['optique', 'lunettes']],
  [
    ['métiers de la sécurité', 'agent de sécurité'],
    ['vigile', 'surveillance'],
  ],
  [['cuisine'], ['cuisinier', 'cuisinière']],
];

const ENTREES = SYNONYMES.map(([noms, mots]) => ({ noms: noms.map((nom) => `-${slugify(nom, 400)}-`), mots }));

/** The other words for a course, by its names: `['Bac pro Cuisine']` → `['cuisinier', 'cuisinière']`. */
export function synonymesDe(noms: readonly string[]): string[] {
  const slugs = noms.map((nom) => `-${slugify(nom, 400)}-`);
  const found = ENTREES.filter((entree) => entree.noms.some((nom) => slugs.some((slug) => slug.includes(nom))));
  return [...new Set(found.flatMap(({ mots }) => mots))];
}
