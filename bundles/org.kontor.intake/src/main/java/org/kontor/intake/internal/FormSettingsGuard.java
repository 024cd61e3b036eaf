package org.kontor.intake.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Lets only administrators decide what the public sees, whichever way they write.
@Component
public final class FormSettingsGuard implements DocumentGuard {
    private static final String SITE = "https?://(\\*\\.)?[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?(:[0-9]{1,5})?";

    private final Access access;

    @Activate
    public FormSettingsGuard(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String typeId() {
        return FormSettings.TYPE;
    }

    @Override
    public List<Refusal> check(Optional<Document> before, Values after, Optional<String> stageAfter, Actor actor) {
        List<Refusal> reasons = new ArrayList<>();
        if (!access.may(actor, Permission.ADMINISTER)) {
            reasons.add(Refusal.of(Label.of("intake.no-right")));
        }
        for (String site : sites(after.get(FormSettings.SITES))) {
            if (!site.matches(SITE)) {
                reasons.add(Refusal.of(FormSettings.SITES, Label.of("intake.not-a-site", site.length() > 60 ? site.substring(0, 60) + "…" : site)));
            }
        }
        return reasons;
    }

    /// The sites of a text in which they stand one a line or separated by blanks.
    static List<String> sites(Optional<String> text) {
        return text.map(some -> Arrays.stream(some.strip().split("\\s+")).filter(site -> !site.isEmpty()).distinct().toList()).orElse(List.of());
    }
}
