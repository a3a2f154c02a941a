-- The tables of `newsrecon export --format sqlite`: ids point where they say, so that Datasette and other tools can follow them.
CREATE TABLE origins (id INTEGER PRIMARY KEY, because TEXT NOT NULL);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, source TEXT NOT NULL, domain TEXT, published TEXT, title TEXT, url TEXT, story TEXT,
  anchor TEXT, anchor_because TEXT, digest TEXT NOT NULL, origin INTEGER NOT NULL REFERENCES origins (id), text TEXT
);
CREATE TABLE claims (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, subject TEXT NOT NULL, value TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, extractor TEXT NOT NULL
);
CREATE TABLE clusters (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  best INTEGER, margin INTEGER NOT NULL, pick TEXT NOT NULL, story TEXT
);
CREATE TABLE variants (
  cluster TEXT NOT NULL REFERENCES clusters (id), place INTEGER NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL,
  origins INTEGER NOT NULL, updated_by INTEGER, because TEXT NOT NULL, PRIMARY KEY (cluster, place)
);
CREATE TABLE variant_claims (
  cluster TEXT NOT NULL, place INTEGER NOT NULL, claim TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (cluster, place, claim), FOREIGN KEY (cluster, place) REFERENCES variants (cluster, place)
);
CREATE TABLE variant_sources (
  cluster TEXT NOT NULL, place INTEGER NOT NULL, source TEXT NOT NULL, stands TEXT NOT NULL CHECK (stands IN ('support', 'compatible')),
  PRIMARY KEY (cluster, place, source, stands), FOREIGN KEY (cluster, place) REFERENCES variants (cluster, place)
);
CREATE TABLE variant_relations (
  cluster TEXT NOT NULL, place INTEGER NOT NULL, relation TEXT NOT NULL CHECK (relation IN ('refines', 'conflicts')), other INTEGER NOT NULL,
  PRIMARY KEY (cluster, place, relation, other),
  FOREIGN KEY (cluster, place) REFERENCES variants (cluster, place), FOREIGN KEY (cluster, other) REFERENCES variants (cluster, place)
);
CREATE TABLE links (
  cluster TEXT NOT NULL REFERENCES clusters (id), "left" TEXT NOT NULL REFERENCES claims (id), "right" TEXT NOT NULL REFERENCES claims (id),
  relation TEXT NOT NULL, score REAL NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL, threshold REAL
);
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, known_as TEXT, story TEXT);
CREATE TABLE name_forms (name INTEGER NOT NULL REFERENCES names (id), form TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (name, form));
CREATE TABLE name_roles (name INTEGER NOT NULL REFERENCES names (id), role TEXT NOT NULL, PRIMARY KEY (name, role));
CREATE TABLE name_claims (
  name INTEGER NOT NULL REFERENCES names (id), claim TEXT NOT NULL REFERENCES claims (id), PRIMARY KEY (name, claim)
);
CREATE TABLE owners (outlet TEXT PRIMARY KEY, owner TEXT NOT NULL);
CREATE TABLE diagnostics (level TEXT NOT NULL, plugin TEXT, article TEXT, message TEXT NOT NULL);

CREATE INDEX claims_by_article ON claims (article, start);
CREATE INDEX claims_by_kind ON claims (kind);
CREATE INDEX clusters_by_verdict ON clusters (verdict, kind);
CREATE INDEX variant_claims_by_claim ON variant_claims (claim);

-- Full text: SELECT * FROM claims WHERE number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'embassy').
CREATE VIRTUAL TABLE claims_fts USING fts5 (subject, text, content='claims', content_rowid='number');

CREATE VIEW claims_in_clusters AS
  SELECT claims.id, claims.kind, claims.text, articles.source, claims.article, claims.start, claims."end",
         clusters.id AS cluster, clusters.subject, clusters.verdict, variant_claims.place AS variant
  FROM claims JOIN articles ON articles.id = claims.article
  JOIN variant_claims ON variant_claims.claim = claims.id JOIN clusters ON clusters.id = variant_claims.cluster;
CREATE VIEW values_told AS
  SELECT clusters.id AS cluster, clusters.kind, clusters.subject, clusters.verdict, variants.place AS variant,
         variants.place IS clusters.best AS best, variants.text, variants.value, variants.origins,
         (SELECT group_concat(source, '; ') FROM (
            SELECT source FROM variant_sources AS told
            WHERE told.cluster = variants.cluster AND told.place = variants.place AND stands = 'support' ORDER BY source)) AS support
  FROM variants JOIN clusters ON clusters.id = variants.cluster;
CREATE VIEW disputed AS SELECT * FROM values_told WHERE verdict = 'disputed';
CREATE VIEW timeline AS
  SELECT json_extract(value, '$.begin') AS begin, json_extract(value, '$.end') AS "end", subject, text, support, verdict, cluster
  FROM values_told WHERE kind = 'date' AND best AND json_extract(value, '$.begin') IS NOT NULL
  AND json_extract(value, '$.type') IN ('DATE', 'TIME')
  -- What was done at some time after a date is not of that date, nor is what a text tells of the day on which it was written.
  AND EXISTS (
    SELECT 1 FROM variant_claims AS told JOIN claims ON claims.id = told.claim
    WHERE told.cluster = values_told.cluster AND told.place = values_told.variant
    AND json_extract(claims.value, '$.bounds') IS NULL AND json_extract(claims.value, '$.dateline') IS NULL
  ) ORDER BY begin;
CREATE VIEW voices AS
  SELECT origins.id AS origin, group_concat(articles.source, '; ') AS sources, count(*) AS articles, origins.because
  FROM origins JOIN articles ON articles.origin = origins.id GROUP BY origins.id;
