package org.kontor.storage;

import java.sql.JDBCType;

/// Stands for SQL's null of a type among the parameters of [Sql].
public record Null(JDBCType type) {}
