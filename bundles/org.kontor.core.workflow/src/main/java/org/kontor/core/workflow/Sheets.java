package org.kontor.core.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.storage.Database;
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
        return newest.computeIfAbsent(typeId + "/" + stageId, _ -> {
            Sql wanted = Sql.of("select coalesce(max(version), 0) as newest from robot_sheet where type_id = ? and stage_id = ?", typeId, stageId);
            return database.read(tx -> tx.one(wanted, row -> (int) row.number("newest"))).orElse(0);
        });
    }

    RobotSheet sheet(DocumentType type, String stageId, int version) {
        return version == 0
                ? new RobotSheet(type.id(), stageId, 0, List.of())
                : read.computeIfAbsent(new Key(type.id(), stageId, version), key -> {
                    Sql wanted = Sql.of("select body from robot_sheet where type_id = ? and stage_id = ? and version = ?", key.typeId(), key.stageId(), (long) version);
                    List<Robot> robots = database.read(tx -> tx.one(wanted, row -> text.read(type, row.text("body")))).orElse(List.of());
                    return new RobotSheet(type.id(), stageId, version, robots);
                });
    }

    RobotSheet save(DocumentType type, String stageId, int version, List<Robot> robots) {
        RobotSheet sheet = new RobotSheet(type.id(), stageId, version, robots);
        database.write(tx -> {
            tx.afterCommit(() -> newest.put(type.id() + "/" + stageId, version));
            return tx.update(Sql.of("insert into robot_sheet (type_id, stage_id, version, body) values (?, ?, ?, ?)", type.id(), stageId, (long) version, text.write(type, robots)));
        });
        read.put(new Key(type.id(), stageId, version), sheet);
        return sheet;
    }
}
