-- The tables of LeadKit on MariaDB. The prefix leadkit_ is replaced by the store's own where it has one.
-- Every statement is safe to repeat, so that two processes may run this file at the same time. The last one records it.
-- Text that is compared is kept as bytes, in UTF-8: exact, with its trailing blanks, and short enough for an index.
-- Ids are their 16 bytes, instants are in UTC. A key that ends in _key is a hash, so that ids of any length fit the
-- index of any database.

CREATE TABLE IF NOT EXISTS leadkit_schema (
    version INT NOT NULL,
    applied_at DATETIME(6) NOT NULL,
    PRIMARY KEY (version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- board_key stands for pipeline and stage. score is -1 without one, so that an order by it needs no null; score_due_at
-- is the end of the year 9999 where time does not change the score. own_weighted is the expected amount times the lead's own
-- probability, null where it has none. search_text holds the words and numbers by which the lead is found; body, as JSON,
-- what no query asks for. A column that ends in _head is the beginning of another, short enough for an index of many columns.
CREATE TABLE IF NOT EXISTS leadkit_lead (
    tenant_id VARBINARY(1024) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    pipeline VARBINARY(1024) NOT NULL,
    pipeline_version INT NOT NULL,
    stage VARBINARY(1024) NOT NULL,
    board_key BINARY(16) NOT NULL,
    closed BOOLEAN NOT NULL,
    stage_entered_at DATETIME(6) NOT NULL,
    board_rank VARBINARY(1024) NOT NULL,
    source VARBINARY(1024) NOT NULL,
    assignee VARBINARY(1024),
    expected_amount DECIMAL(19, 4),
    expected_currency VARBINARY(3),
    own_weighted DECIMAL(23, 8),
    score INT NOT NULL,
    band VARBINARY(1024),
    score_due_at DATETIME(6) NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_activity_at DATETIME(6) NOT NULL,
    snoozed_until DATETIME(6),
    search_text LONGTEXT NOT NULL,
    body LONGTEXT NOT NULL,
    source_head VARBINARY(64) GENERATED ALWAYS AS (LEFT(source, 64)) PERSISTENT,
    assignee_head VARBINARY(64) GENERATED ALWAYS AS (LEFT(assignee, 64)) PERSISTENT,
    band_head VARBINARY(64) GENERATED ALWAYS AS (LEFT(band, 64)) PERSISTENT,
    PRIMARY KEY (tenant_id, lead_id),
    KEY by_rank (tenant_id, board_key, board_rank, lead_id),
    -- Holds all that a filtered board counts and adds.
    KEY by_creation (
        tenant_id, created_at, lead_id, withdrawn, board_key, source_head, assignee_head, band_head, score,
        last_activity_at, snoozed_until, expected_currency, expected_amount, own_weighted),
    -- In which the stale leads of a column lie together.
    KEY by_staleness (tenant_id, board_key, last_activity_at, withdrawn, snoozed_until),
    KEY by_stage (tenant_id, stage, created_at, lead_id),
    KEY by_assignee (tenant_id, assignee_head, created_at, lead_id),
    KEY by_source (tenant_id, source_head, created_at, lead_id),
    KEY by_band (tenant_id, band_head, created_at, lead_id),
    KEY by_activity (tenant_id, last_activity_at, lead_id),
    KEY by_score (tenant_id, score, lead_id),
    KEY by_score_due (tenant_id, score_due_at, lead_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- With the lead's creation, so that the newest of a tag or a word are found without looking at the others.
CREATE TABLE IF NOT EXISTS leadkit_lead_tag (
    tenant_id VARBINARY(1024) NOT NULL,
    tag VARBINARY(1024) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, tag, created_at, lead_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The words and digits by which a lead is found, in UTF-8: bytes have one order on every database, letters do not.
CREATE TABLE IF NOT EXISTS leadkit_lead_token (
    tenant_id VARBINARY(1024) NOT NULL,
    token VARBINARY(1024) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, token, created_at, lead_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS leadkit_identity (
    tenant_id VARBINARY(1024) NOT NULL,
    identity_key VARBINARY(64) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, identity_key, lead_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row for each identity that an open lead holds alone. Its primary key is what keeps a visitor from being doubled.
CREATE TABLE IF NOT EXISTS leadkit_claim (
    tenant_id VARBINARY(1024) NOT NULL,
    pipeline VARBINARY(1024) NOT NULL,
    identity_key VARBINARY(64) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, pipeline, identity_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many leads a column of the board has, by currency ('' without an amount), and the sum of their amounts; apart,
-- of those with a probability of their own, their amounts and these times that probability. What counts is the sum over the slots: a writer takes one of them, so that writers do not queue for one row.
CREATE TABLE IF NOT EXISTS leadkit_counter (
    tenant_id VARBINARY(1024) NOT NULL,
    board_key BINARY(16) NOT NULL,
    currency VARBINARY(3) NOT NULL,
    slot INT NOT NULL,
    pipeline VARBINARY(1024) NOT NULL,
    stage VARBINARY(1024) NOT NULL,
    leads BIGINT NOT NULL,
    amount DECIMAL(38, 4) NOT NULL,
    own_amount DECIMAL(38, 4) NOT NULL,
    own_weighted DECIMAL(38, 8) NOT NULL,
    PRIMARY KEY (tenant_id, board_key, currency, slot)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS leadkit_conversation (
    tenant_id VARBINARY(1024) NOT NULL,
    session_key BINARY(16) NOT NULL,
    session_id VARCHAR(1024) NOT NULL,
    version BIGINT NOT NULL,
    channel VARCHAR(1024) NOT NULL,
    body LONGTEXT NOT NULL,
    PRIMARY KEY (tenant_id, session_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS leadkit_message (
    tenant_id VARBINARY(1024) NOT NULL,
    session_key BINARY(16) NOT NULL,
    message_key BINARY(16) NOT NULL,
    message_id VARCHAR(1024) NOT NULL,
    sent_at DATETIME(6) NOT NULL,
    sequence_no BIGINT NOT NULL,
    channel VARCHAR(1024) NOT NULL,
    speaker VARCHAR(16) NOT NULL,
    cleaned BOOLEAN NOT NULL,
    text LONGTEXT NOT NULL,
    attributes LONGTEXT,
    PRIMARY KEY (tenant_id, session_key, message_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS leadkit_activity (
    tenant_id VARBINARY(1024) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    lead_version BIGINT NOT NULL,
    ordinal INT NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    changeset_id BINARY(16) NOT NULL,
    cause_code VARCHAR(1024),
    cause_ref VARCHAR(1024),
    kind VARCHAR(32) NOT NULL,
    detail LONGTEXT NOT NULL,
    PRIMARY KEY (tenant_id, lead_id, lead_version, ordinal),
    KEY by_changeset (tenant_id, changeset_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a tenant keeps beside its leads, at its present version. The name is in UTF-8: bytes have one order on every
-- database, letters do not.
CREATE TABLE IF NOT EXISTS leadkit_document (
    tenant_id VARBINARY(1024) NOT NULL,
    kind VARBINARY(64) NOT NULL,
    name VARBINARY(1024) NOT NULL,
    version BIGINT NOT NULL,
    text LONGTEXT NOT NULL,
    written_at DATETIME(6) NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    PRIMARY KEY (tenant_id, kind, name)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The units of work that were applied, so that a repeat of one is known.
CREATE TABLE IF NOT EXISTS leadkit_changeset (
    tenant_id VARBINARY(1024) NOT NULL,
    changeset_id BINARY(16) NOT NULL,
    made_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, changeset_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What an endpoint has not got yet: the activities of a lead's version. It is due at an instant, which a lease puts off;
-- a dead letter is never due and keeps the lead's later ones from that endpoint.
CREATE TABLE IF NOT EXISTS leadkit_outbox (
    tenant_id VARBINARY(1024) NOT NULL,
    endpoint VARBINARY(1024) NOT NULL,
    lead_id BINARY(16) NOT NULL,
    lead_version BIGINT NOT NULL,
    due_at DATETIME(6) NOT NULL,
    attempts INT NOT NULL,
    owner VARBINARY(1024),
    dead BOOLEAN NOT NULL,
    reason VARCHAR(1024),
    PRIMARY KEY (tenant_id, endpoint, lead_id, lead_version),
    KEY by_due (tenant_id, endpoint, dead, due_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Identities of erased persons, so that a message of theirs that was sent until then does not bring them back.
CREATE TABLE IF NOT EXISTS leadkit_erased (
    tenant_id VARBINARY(1024) NOT NULL,
    identity_key VARBINARY(64) NOT NULL,
    suppressed_until DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, identity_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What proves that persons were erased: who ordered it, why, which leads, how many rows. Nothing of the persons.
CREATE TABLE IF NOT EXISTS leadkit_erasure (
    tenant_id VARBINARY(1024) NOT NULL,
    erasure_id BINARY(16) NOT NULL,
    ordered_at DATETIME(6) NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    cause_code VARCHAR(1024) NOT NULL,
    cause_ref VARCHAR(1024) NOT NULL,
    detail LONGTEXT NOT NULL,
    PRIMARY KEY (tenant_id, erasure_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT IGNORE INTO leadkit_schema (version, applied_at)
VALUES (1, UTC_TIMESTAMP(6));
