#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

/// Makes a misspelt column an error, not a text. Swift does not see functions with variable arguments.
static inline void csqlite_refuse_double_quoted_texts(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (void *)0);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (void *)0);
}

#endif
