package org.kontor.tasks.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.tasks.Task;
import org.osgi.service.component.annotations.Component;

/// Declares tasks.
@Component
public final class TaskShape implements DocumentShape {
    private static final Pipeline PIPELINE = new Pipeline("task", Label.of("type.task.pipeline"), List.of(
            new Stage(Task.OPEN, Label.of("type.task.stage.open"), Stage.Meaning.INITIAL, 1),
            new Stage(Task.IN_WORK, Label.of("type.task.stage.in-work"), Stage.Meaning.IN_WORK, 2),
            new Stage(Task.DONE, Label.of("type.task.stage.done"), Stage.Meaning.WON, 4)));

    private static final DocumentType TYPE = new DocumentType(
            Task.TYPE,
            "square-check-big",
            List.of(Task.TITLE, Task.ABOUT, Task.RESPONSIBLE, Task.DEADLINE, Task.DESCRIPTION),
            Task.TITLE,
            Optional.of(Task.RESPONSIBLE),
            Optional.of(PIPELINE),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }
}
