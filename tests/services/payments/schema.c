#include "schema.h"

/*
 * Secrets stand here as they are, since everybody knows them; a service of yours keeps a hash.
 */
const char schema[] =
    "BEGIN IMMEDIATE;"

    "CREATE TABLE IF NOT EXISTS key ("
    "    number INTEGER PRIMARY KEY,"
    "    secret TEXT NOT NULL UNIQUE,"
    "    owner TEXT NOT NULL,"
    "    per_minute INTEGER NOT NULL"
    ");"

    "CREATE TABLE IF NOT EXISTS account ("
    "    id TEXT PRIMARY KEY,"
    "    owner TEXT NOT NULL,"
    "    shard TEXT NOT NULL,"
    "    currency TEXT NOT NULL,"
    "    balance INTEGER NOT NULL CHECK (balance >= 0)," /* cents */
    "    suspended TEXT,"                                /* why; NULL: it is not */
    "    since INTEGER,"
    "    case_number TEXT"
    ");"

    "CREATE TABLE IF NOT EXISTS payment ("
    "    id TEXT PRIMARY KEY,"
    "    payer TEXT NOT NULL REFERENCES account,"
    "    payee TEXT NOT NULL REFERENCES account,"
    "    amount INTEGER NOT NULL CHECK (amount > 0),"
    "    currency TEXT NOT NULL,"
    "    execute_on TEXT"
    ");"
    "CREATE INDEX IF NOT EXISTS payments_from ON payment (payer);"
    "CREATE INDEX IF NOT EXISTS payments_to ON payment (payee);"

    "INSERT OR IGNORE INTO key VALUES"
    "    (1, 'key-of-ada', 'ada', 1000),"
    "    (2, 'key-of-bob', 'bob', 1000),"
    "    (3, 'trial-key-of-bob', 'bob', 3);"

    "INSERT OR IGNORE INTO account VALUES"
    "    ('ada-1', 'ada', 'shard-7', 'EUR', 3000, NULL, NULL, NULL),"
    "    ('ada-2', 'ada', 'shard-7', 'EUR', 90000, 'fraud-review', 1793577600, 'case-17'),"
    "    ('bob-1', 'bob', 'shard-2', 'EUR', 50000, NULL, NULL, NULL),"
    "    ('bob-2', 'bob', 'shard-2', 'CHF', 50000, NULL, NULL, NULL);"

    "COMMIT;";
