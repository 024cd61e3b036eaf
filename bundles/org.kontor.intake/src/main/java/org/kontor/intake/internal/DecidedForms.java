package org.kontor.intake.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebFormShape;
import org.kontor.intake.WebForms;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/// The forms of the shapes that are there, and the decisions kept as documents.
@Component(service = WebForms.class)
public final class DecidedForms implements WebForms {
    private static final Actor READER = new Actor.Robot("intake.forms");

    private final Documents documents;
    private final ServiceTracker<WebFormShape, WebFormShape> shapes;

    @Activate
    public DecidedForms(BundleContext context, @Reference Documents documents) {
        this.documents = documents;
        this.shapes = new ServiceTracker<>(context, WebFormShape.class, null);
        shapes.open();
    }

    @Deactivate
    void close() {
        shapes.close();
    }

    @Override
    public List<WebForm> all() {
        return shapes.getTracked().values().stream().map(WebFormShape::form).sorted(Comparator.comparing(WebForm::id)).toList();
    }

    @Override
    public Optional<WebForm> find(String formId) {
        return all().stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    @Override
    public Settings settings(String formId) {
        return kept(formId).map(document -> new Settings(
                document.get(FormSettings.ON).orElse(false), document.get(FormSettings.RESPONSIBLE), FormSettingsGuard.sites(document.get(FormSettings.SITES)))).orElse(Settings.NONE);
    }

    @Override
    public List<Refusal> decide(String formId, Settings settings, Actor actor) {
        Values values = Values.none()
                .with(FormSettings.FORM, formId)
                .with(FormSettings.ON, settings.on())
                .with(FormSettings.RESPONSIBLE, settings.responsible())
                .with(FormSettings.SITES, Optional.of(String.join("\n", settings.sites())).filter(text -> !text.isEmpty()));
        Optional<Document> before = kept(formId);
        return before.isPresent() ? reasons(documents.change(before.get().ref(), Draft.of(values), actor)) : reasons(documents.create(FormSettings.TYPE, values, actor));
    }

    private Optional<Document> kept(String formId) {
        Query query = Query.newest(FormSettings.TYPE).where(Filter.equal(FormSettings.FORM, formId)).limited(1);
        return documents.find(query, READER).documents().stream().findFirst();
    }

    private static List<Refusal> reasons(Creation creation) {
        return switch (creation) {
            case Creation.Created _ -> List.of();
            case Creation.Refused(List<Refusal> reasons) -> reasons;
            case Creation.Denied(Label rule) -> List.of(Refusal.of(rule));
        };
    }

    private static List<Refusal> reasons(Change change) {
        return switch (change) {
            case Change.Changed _ -> List.of();
            case Change.Refused(List<Refusal> reasons) -> reasons;
            case Change.Denied(Label rule) -> List.of(Refusal.of(rule));
            case Change.Conflict _, Change.Missing _ -> List.of(Refusal.of(Label.of("intake.changed-meanwhile")));
        };
    }
}
