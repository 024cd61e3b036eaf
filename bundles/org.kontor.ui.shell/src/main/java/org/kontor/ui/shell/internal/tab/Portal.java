package org.kontor.ui.shell.internal.tab;

import org.kontor.api.access.Access;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Notation;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Labels;
import org.kontor.api.modules.Modules;
import org.kontor.api.people.People;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.Tokens;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.Runs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The services the pages stand on, handed around as one.
@Component(service = Portal.class)
public final class Portal {
    public final Documents documents;
    public final DocumentTypes types;
    public final Notation notation;
    public final Imports imports;
    public final Files files;
    public final Labels labels;
    public final People people;
    public final Sessions sessions;
    public final Tokens tokens;
    public final Access access;
    public final Robots robots;
    public final Runs runs;
    public final Modules modules;

    @Activate
    public Portal(@Reference Documents documents, @Reference DocumentTypes types, @Reference Notation notation, @Reference Imports imports,
            @Reference Files files, @Reference Labels labels, @Reference People people, @Reference Sessions sessions, @Reference Tokens tokens,
            @Reference Access access, @Reference Robots robots, @Reference Runs runs, @Reference Modules modules) {
        this.documents = documents;
        this.types = types;
        this.notation = notation;
        this.imports = imports;
        this.files = files;
        this.labels = labels;
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.access = access;
        this.robots = robots;
        this.runs = runs;
        this.modules = modules;
    }
}
