package org.kontor.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Access.Rule;
import org.kontor.api.access.Area;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The rules that were set: a small table, held in memory.
final class RightsTable {
    record Key(RoleId role, String typeId, Area area, Operation operation) {}

    private final Database database;
    private final Map<Key, Reach> rules = new ConcurrentHashMap<>();

    RightsTable(Database database) {
        this.database = database;
        database.read(tx -> tx.query(Sql.of("select role, type_id, area, operation, reach from access_right"), row -> new Rule(
                        new RoleId(row.text("role")), row.text("type_id"), Stored.area(row.text("area")), Operation.valueOf(row.text("operation")), Reach.valueOf(row.text("reach")))))
                .forEach(rule -> rules.put(key(rule), rule.reach()));
    }

    Optional<Reach> find(Key key) {
        return Optional.ofNullable(rules.get(key));
    }

    List<Rule> all() {
        return rules.entrySet().stream()
                .map(rule -> new Rule(rule.getKey().role(), rule.getKey().typeId(), rule.getKey().area(), rule.getKey().operation(), rule.getValue()))
                .toList();
    }

    /// One at a time, so that two who set the same rule don't meet in the table.
    synchronized void put(Rule rule, Runnable changed) {
        database.write(tx -> {
            erase(tx, key(rule));
            tx.afterCommit(() -> {
                rules.put(key(rule), rule.reach());
                changed.run();
            });
            return tx.update(Sql.of("insert into access_right (role, type_id, area, operation, reach) values (?, ?, ?, ?, ?)",
                    rule.role().value(), rule.typeId(), Stored.text(rule.area()), rule.operation().name(), rule.reach().name()));
        });
    }

    synchronized void remove(Key key, Runnable changed) {
        database.write(tx -> {
            tx.afterCommit(() -> {
                rules.remove(key);
                changed.run();
            });
            return erase(tx, key);
        });
    }

    /// Forgets the rules of a role that is gone; its rows went with it.
    void forget(RoleId role) {
        rules.keySet().removeIf(key -> key.role().equals(role));
    }

    private static int erase(Transaction tx, Key key) {
        return tx.update(Sql.of("delete from access_right where role = ? and type_id = ? and area = ? and operation = ?",
                key.role().value(), key.typeId(), Stored.text(key.area()), key.operation().name()));
    }

    private static Key key(Rule rule) {
        return new Key(rule.role(), rule.typeId(), rule.area(), rule.operation());
    }
}
