package org.kontor.core.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Sql;

/// All versions of all sheets, read once.
final class Sheets {
    private record Key(String typeId, String stageId, int version) {}

    private final Database database;
    private final SheetText text;
    private final Map<Key, RobotSheet> read = new ConcurrentHashMap<>();
    private final Map<String, Integer> newest = new ConcurrentHashMap<>();

    Sheets(Database database, SheetText text) {
        this.database = database;
        this.text = text;
        database.migrate("workflow", Sheets.class);
    }

    int newest(String typeId, String stageId) {
        return newest.computeIfAbsent(typeId + "/" + stageId, _ -> stored(typeId, stageId));
    }

    private int stored(String typeId, String stageId) {
        Sql wanted = Sql.of("select coalesce(max(version), 0) as newest from robot_sheet where type_id = ? and stage_id = ?", typeId, stageId);
        return database.read(tx -> tx.one(wanted, row -> (int) row.number("newest"))).orElse(0);
    }

    /// A version; without robots when there is none.
    RobotSheet sheet(DocumentType type, String stageId, int version) {
        Key key = new Key(type.id(), stageId, version);
        Sql wanted = Sql.of("select body from robot_sheet where type_id = ? and stage_id = ? and version = ?", type.id(), stageId, (long) version);
        return Optional.ofNullable(read.get(key)).orElseGet(() -> {
            Optional<List<Robot>> robots = version == 0 ? Optional.empty() : database.read(tx -> tx.one(wanted, row -> text.read(type, row.text("body"))));
            RobotSheet sheet = new RobotSheet(type.id(), stageId, version, robots.orElse(List.of()));
            robots.ifPresent(_ -> read.put(key, sheet));
            return sheet;
        });
    }

    /// Saves a version in the transaction one is in. Others see it after the commit.
    RobotSheet save(DocumentType type, String stageId, int version, List<Robot> robots) {
        RobotSheet sheet = new RobotSheet(type.id(), stageId, version, robots);
        database.write(tx -> {
            tx.afterCommit(() -> {
                read.put(new Key(type.id(), stageId, version), sheet);
                newest.put(type.id() + "/" + stageId, version);
            });
            return tx.update(Sql.of("insert into robot_sheet (type_id, stage_id, version, body) values (?, ?, ?, ?)", type.id(), stageId, (long) version, text.write(type, robots)));
        });
        return sheet;
    }

    /// Saves a first version unless there is one, by whomever, maybe in the transaction one is in.
    RobotSheet first(DocumentType type, String stageId, List<Robot> robots) {
        if (stored(type.id(), stageId) == 0) {
            try {
                database.write(tx -> tx.nested(() -> save(type, stageId, 1, robots)));
            } catch (DatabaseFailure e) {
                if (!e.duplicate()) {
                    throw e;
                }
            }
        }
        return sheet(type, stageId, 1);
    }
}
