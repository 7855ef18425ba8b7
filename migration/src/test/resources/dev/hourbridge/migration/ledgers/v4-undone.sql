-- A ledger of version 4, written by the code of that version and dumped by the sqlite3 shell (.dump).
-- LiveTimer to Teamwork, the 8 entries of World.seed(8), its default mapping and policy.
-- All 8 entries created, then deleted by undo.
BEGIN TRANSACTION;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('deleted at source','0');
INSERT INTO meta VALUES('existing rows','0');
INSERT INTO meta VALUES('existing samples','');
INSERT INTO meta VALUES('incomplete','0');
INSERT INTO meta VALUES('incomplete time','PT0S');
INSERT INTO meta VALUES('mapping','4bdbbd82baa326be4e3271c8fb1cded6');
INSERT INTO meta VALUES('must keep','');
INSERT INTO meta VALUES('named and not found','0');
INSERT INTO meta VALUES('plan','cd3db8e48111057be3b66b158c4b7e02');
INSERT INTO meta VALUES('range','2024-01-01/2024-12-31');
INSERT INTO meta VALUES('refused losses','');
INSERT INTO meta VALUES('sent before','0');
INSERT INTO meta VALUES('source','livetimer:fake');
INSERT INTO meta VALUES('target','teamwork:fake');
INSERT INTO meta VALUES('version','4');
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL UNIQUE,
  source_digest TEXT NOT NULL,
  source_seconds INTEGER NOT NULL,
  source_nanos INTEGER NOT NULL,
  person TEXT NOT NULL,
  place_group TEXT NOT NULL,
  project TEXT,
  task TEXT,
  activity TEXT,
  day TEXT NOT NULL,
  start TEXT,
  seconds INTEGER NOT NULL,
  note TEXT NOT NULL,
  base_note TEXT NOT NULL,
  trailer TEXT,
  billable TEXT NOT NULL,
  tags TEXT NOT NULL,
  losses TEXT NOT NULL,
  lossy INTEGER NOT NULL,
  features INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  base_fingerprint TEXT NOT NULL,
  likeness TEXT NOT NULL,
  state TEXT NOT NULL,
  held TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  doubted INTEGER NOT NULL DEFAULT 0,
  swept INTEGER NOT NULL DEFAULT 1,
  canary INTEGER NOT NULL DEFAULT 0,
  canary_digest TEXT,
  target_id TEXT,
  done_order INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  success_mark INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  verdict TEXT,
  differs TEXT,
  found TEXT,
  source_changed INTEGER NOT NULL DEFAULT 0,
  seen_digest TEXT,
  seen_seconds INTEGER,
  seen_person TEXT,
  seen_project TEXT,
  seen_task TEXT,
  seen_day TEXT);
INSERT INTO entry VALUES(1,'1001','232bb7ac1135fe5b7376391c2e7acfd8',900,0,'1','110','110',NULL,NULL,'2024-01-01','2024-01-01T08:00-05:00',900,'work 0','work 0',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'93c3b5f046c40c8da94289f12c10fce9','93c3b5f046c40c8da94289f12c10fce9','267afa53f69b8326bdb87370aae70615','UNDONE','CREATED',1,0,0,1,2,NULL,'1001',1,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(2,'1002','95dfc9afd373b5b66d85fc3a7add4793',960,0,'1','111','111',NULL,NULL,'2024-01-04','2024-01-04T09:01-05:00',960,'work 1','work 1',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'decfa152edefd41d124b3a28c62fca48','decfa152edefd41d124b3a28c62fca48','d1cb057a0deb49e72432777cfbac2f23','UNDONE','CREATED',1,0,0,1,2,NULL,'1002',2,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(3,'1003','598d2e2ca4d07a8ad7afce921a1b0a6f',1020,0,'1','110','110',NULL,NULL,'2024-01-07','2024-01-07T10:02-05:00',1020,'work 2','work 2',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'c009d8c84b91fb983b24ea4ced055c36','c009d8c84b91fb983b24ea4ced055c36','0af6c2ec41fe9c3a75aafff1f3f0ff82','UNDONE','CREATED',1,0,0,1,0,NULL,'1003',3,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(4,'1004','d26bab561b650ceac0e3136541be4aa8',1080,0,'1','111','111',NULL,NULL,'2024-01-10','2024-01-10T11:03-05:00',1080,'work 3','work 3',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'fe9413bfd9f7e06c8f01e98b93f7eddc','fe9413bfd9f7e06c8f01e98b93f7eddc','4e6eec7a68c0f444d651d3299bc38a72','UNDONE','CREATED',1,0,0,1,0,NULL,'1004',4,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(5,'1005','a7d17b6e908800d762cfd12a069a0461',1140,0,'1','110','110',NULL,NULL,'2024-01-13','2024-01-13T08:04-05:00',1140,'work 4','work 4',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'e9eb1c8d26c806cf2624ba54df0ce93d','e9eb1c8d26c806cf2624ba54df0ce93d','afa1a4b92b05c83a5e94c8e6f48c40e4','UNDONE','CREATED',1,0,0,1,0,NULL,'1005',5,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(6,'1006','3aff9d3650c20deeecb31074dac7c588',1200,0,'1','111','111',NULL,NULL,'2024-01-16','2024-01-16T09:05-05:00',1200,'work 5','work 5',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'bf9a5ca5c1ae789fd58932ae7269461a','bf9a5ca5c1ae789fd58932ae7269461a','f5cde57f864ba09c016920458f417259','UNDONE','CREATED',1,0,0,1,0,NULL,'1006',6,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(7,'1007','3aff9d3650c20deeecb31074dac7c588',1200,0,'1','111','111',NULL,NULL,'2024-01-16','2024-01-16T09:05-05:00',1200,'work 5','work 5',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'bf9a5ca5c1ae789fd58932ae7269461a','bf9a5ca5c1ae789fd58932ae7269461a','f5cde57f864ba09c016920458f417259','UNDONE','CREATED',1,0,0,1,0,NULL,'1007',7,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO entry VALUES(8,'1008','4cf5f76ef1d9340c441ac454aa003d0e',1320,0,'1','111','111',NULL,NULL,'2024-01-22','2024-01-22T11:07-05:00',1320,'work 7','work 7',NULL,'UNSPECIFIED','','ACTIVITY:DROPPED',1,518,'a32fadae59319e71d9fc89209396a870','a32fadae59319e71d9fc89209396a870','a437365f1196838e8956078cf0c2d785','UNDONE','CREATED',1,0,0,1,0,NULL,'1008',8,0,0,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE baseline (
  target_id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  day TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  base_fingerprint TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE baselined (person TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO baselined VALUES('1');
CREATE TABLE surplus (
  target_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  person TEXT NOT NULL,
  day TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE other_row (
  target_id TEXT PRIMARY KEY,
  verdict TEXT NOT NULL,
  person TEXT NOT NULL,
  day TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  like_seq INTEGER) WITHOUT ROWID;
CREATE TABLE named (source_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unmapped (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  entries INTEGER NOT NULL,
  PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE unknown_id (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (kind, id)) WITHOUT ROWID;
INSERT INTO unknown_id VALUES('PERSON','1','not seen');
CREATE TABLE loss (
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  entries INTEGER NOT NULL,
  samples TEXT NOT NULL,
  PRIMARY KEY (field, kind)) WITHOUT ROWID;
INSERT INTO loss VALUES('ACTIVITY','DROPPED',8,'100110021003');
CREATE UNIQUE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX entry_state ON entry (state, seq);
CREATE INDEX entry_fingerprint ON entry (fingerprint);
CREATE INDEX entry_likeness ON entry (likeness);
CREATE INDEX entry_base ON entry (base_fingerprint);
CREATE INDEX entry_bucket ON entry (person, day);
CREATE INDEX entry_pair ON entry (person, place_group, features);
CREATE INDEX entry_done ON entry (done_order) WHERE done_order IS NOT NULL;
CREATE INDEX baseline_bucket ON baseline (person, day);
CREATE INDEX baseline_fingerprint ON baseline (base_fingerprint);
COMMIT;
