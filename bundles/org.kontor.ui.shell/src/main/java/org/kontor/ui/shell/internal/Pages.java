package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Page;
import org.kontor.ui.shell.internal.batch.BatchesPage;
import org.kontor.ui.shell.internal.duplicates.DuplicatesPage;
import org.kontor.ui.shell.internal.home.HomePage;
import org.kontor.ui.shell.internal.imports.ImportPage;
import org.kontor.ui.shell.internal.list.TypePage;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.robots.RobotsPage;
import org.kontor.ui.shell.internal.settings.SettingsPages;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.kontor.ui.shell.internal.trash.TrashPage;

/// Opens what an address of the portal stands for, in one tab.
final class Pages {
    private final PageTab tab;
    private final Portal portal;
    private final Contributions contributions;

    /// An open page. It `fits` as long as what it stands on is the same: then it keeps its scroll, and what is being typed in it, while bundles come and go.
    record Opened(String title, Component content, Supplier<Boolean> fits) {}

    Pages(PageTab tab, Portal portal, Contributions contributions) {
        this.tab = tab;
        this.portal = portal;
        this.contributions = contributions;
    }

    Opened open(String address, Map<String, String> query) {
        Optional<DocumentType> type = portal.types.find(address);
        if (type.isPresent()) {
            return list(type.get(), query);
        }
        List<Object> ground = ground(address);
        return opened(address, query, () -> ground.equals(ground(address)));
    }

    private Opened list(DocumentType type, Map<String, String> query) {
        TypePage page = new TypePage(tab, portal, contributions, type, query);
        return new Opened(tab.text(type.many()), page.content(), () -> portal.types.find(type.id()).filter(now -> page.fits(now, tab.person())).isPresent());
    }

    private Opened opened(String address, Map<String, String> query, Supplier<Boolean> fits) {
        String first = address.split("/", 2)[0];
        String rest = address.contains("/") ? address.substring(address.indexOf('/') + 1) : "";
        Optional<DocumentType> about = portal.types.find(rest);
        if (address.isEmpty()) {
            return page("shell.home", new HomePage(tab, portal, contributions).content(), fits);
        }
        if (first.equals("import") && about.isPresent()) {
            return page("shell.import", new ImportPage(tab, portal, about.get()).content(), fits);
        }
        if (first.equals("duplicates") && about.isPresent()) {
            return page("shell.duplicates", new DuplicatesPage(tab, portal, about.get()).content(), fits);
        }
        if (first.equals("robots") && about.isPresent()) {
            return page("shell.robots", new RobotsPage(tab, portal, about.get()).content(), fits);
        }
        if (address.equals("batches")) {
            return page("batch.page", new BatchesPage(tab, portal).content(), fits);
        }
        if (address.equals("trash")) {
            return page("trash.page", new TrashPage(tab, portal, query).content(), fits);
        }
        if (first.equals("settings")) {
            return page("shell.settings", new SettingsPages(tab, portal, contributions).open(rest), fits);
        }
        return contributions.page(address).filter(page -> page.isFor(tab)).map(page -> contributed(page, address, query, fits)).orElseGet(() -> nothing(address, fits));
    }

    private Opened contributed(Page page, String address, Map<String, String> query, Supplier<Boolean> fits) {
        List<String> behind = Arrays.stream(address.substring(page.path().length()).split("/")).filter(part -> !part.isEmpty()).toList();
        return new Opened(tab.text(page.title()), page.open(new Page.Address(behind, query), tab), fits);
    }

    private Opened nothing(String address, Supplier<Boolean> fits) {
        String title = tab.text(Label.of("shell.not-found"));
        return new Opened(title, Elements.div("page", Elements.empty("search", title, tab.text(Label.of("shell.not-found.hint", "/" + address)))), fits);
    }

    private Opened page(String title, Component content, Supplier<Boolean> fits) {
        return new Opened(tab.text(Label.of(title)), content, fits);
    }

    /// What the page at an address stands on: who looks, and what bundles bring for it.
    private List<Object> ground(String address) {
        if (address.isEmpty()) {
            return List.of(tab.person(), portal.types.all(), contributions.widgets());
        }
        if (address.equals("settings") || address.startsWith("settings/")) {
            return List.of(tab.person(), contributions.settings());
        }
        return List.of(tab.person(), portal.types.find(address.substring(address.indexOf('/') + 1)), contributions.page(address));
    }
}
