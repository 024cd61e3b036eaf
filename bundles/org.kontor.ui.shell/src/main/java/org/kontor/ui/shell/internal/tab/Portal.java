package org.kontor.ui.shell.internal.tab;

import org.kontor.api.access.Access;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.CustomTypes;
import org.kontor.api.documents.Directories;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Exports;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Pins;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Rates;
import org.kontor.api.documents.SavedFilters;
import org.kontor.api.documents.Search;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.documents.Trash;
import org.kontor.api.events.ParkedEntries;
import org.kontor.api.files.Files;
import org.kontor.api.files.Previews;
import org.kontor.api.files.StorageLimits;
import org.kontor.api.labels.Labels;
import org.kontor.api.modules.Modules;
import org.kontor.api.people.Departments;
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
    public final Access access;
    public final Attachments attachments;
    public final Batches batches;
    public final Conditions conditions;
    public final CustomFields customFields;
    public final CustomTypes customTypes;
    public final Directories directories;
    public final DocumentTypes types;
    public final Documents documents;
    public final Duplicates duplicates;
    public final Exports exports;
    public final Imports imports;
    public final Layouts layouts;
    public final Notation notation;
    public final Pins pins;
    public final Pipelines pipelines;
    public final Rates rates;
    public final SavedFilters savedFilters;
    public final Search search;
    public final SensitiveTypes sensitiveTypes;
    public final Trash trash;
    public final ParkedEntries parkedEntries;
    public final Files files;
    public final Previews previews;
    public final StorageLimits storageLimits;
    public final Labels labels;
    public final Modules modules;
    public final Departments departments;
    public final People people;
    public final Sessions sessions;
    public final Tokens tokens;
    public final Robots robots;
    public final Runs runs;

    @Activate
    public Portal(
            @Reference Access access,
            @Reference Attachments attachments,
            @Reference Batches batches,
            @Reference Conditions conditions,
            @Reference CustomFields customFields,
            @Reference CustomTypes customTypes,
            @Reference Directories directories,
            @Reference DocumentTypes types,
            @Reference Documents documents,
            @Reference Duplicates duplicates,
            @Reference Exports exports,
            @Reference Imports imports,
            @Reference Layouts layouts,
            @Reference Notation notation,
            @Reference Pins pins,
            @Reference Pipelines pipelines,
            @Reference Rates rates,
            @Reference SavedFilters savedFilters,
            @Reference Search search,
            @Reference SensitiveTypes sensitiveTypes,
            @Reference Trash trash,
            @Reference ParkedEntries parkedEntries,
            @Reference Files files,
            @Reference Previews previews,
            @Reference StorageLimits storageLimits,
            @Reference Labels labels,
            @Reference Modules modules,
            @Reference Departments departments,
            @Reference People people,
            @Reference Sessions sessions,
            @Reference Tokens tokens,
            @Reference Robots robots,
            @Reference Runs runs) {
        this.access = access;
        this.attachments = attachments;
        this.batches = batches;
        this.conditions = conditions;
        this.customFields = customFields;
        this.customTypes = customTypes;
        this.directories = directories;
        this.types = types;
        this.documents = documents;
        this.duplicates = duplicates;
        this.exports = exports;
        this.imports = imports;
        this.layouts = layouts;
        this.notation = notation;
        this.pins = pins;
        this.pipelines = pipelines;
        this.rates = rates;
        this.savedFilters = savedFilters;
        this.search = search;
        this.sensitiveTypes = sensitiveTypes;
        this.trash = trash;
        this.parkedEntries = parkedEntries;
        this.files = files;
        this.previews = previews;
        this.storageLimits = storageLimits;
        this.labels = labels;
        this.modules = modules;
        this.departments = departments;
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.robots = robots;
        this.runs = runs;
    }
}
