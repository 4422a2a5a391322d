const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as HTML: nothing in them can open a tag, an attribute or an entity. */
export const escapeHtml = (texte: string): string => texte.replace(/[&<>"']/g, (sign) => ENTITES[sign] ?? sign);
