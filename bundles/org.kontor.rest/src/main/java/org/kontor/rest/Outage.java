package org.kontor.rest;

import java.sql.SQLException;

/// Tells failures of the database's connection from others: those pass by themselves.
final class Outage {
    private Outage() {}

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("(08|53|57).*")) {
                return true;
            }
            if (cause instanceof java.sql.SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
