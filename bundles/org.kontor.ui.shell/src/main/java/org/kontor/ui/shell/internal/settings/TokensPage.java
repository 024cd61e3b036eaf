package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.kontor.api.labels.Label;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Keys with which programs work for a person.
@org.osgi.service.component.annotations.Component
public final class TokensPage implements SettingsPage {
    private final Portal portal;

    @Activate
    public TokensPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "tokens";
    }

    @Override
    public Label title() {
        return Label.of("tokens.title");
    }

    @Override
    public Label hint() {
        return Label.of("tokens.hint");
    }

    @Override
    public String icon() {
        return "key";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return true;
    }

    @Override
    public Component open(Viewer viewer) {
        TokenList list = new TokenList(viewer, portal);
        return Elements.div("stack wide-gap", issuing(viewer, list), list.content());
    }

    private Component issuing(Viewer viewer, TokenList list) {
        TextField name = Elements.test(new TextField(viewer.text(Label.of("tokens.name"))), "token-name");
        name.setMaxLength(100);
        name.setPlaceholder(viewer.text(Label.of("tokens.name.example")));
        Select<TokenScope> scope = new Select<>();
        scope.setLabel(viewer.text(Label.of("tokens.scope")));
        scope.setItems(TokenScope.values());
        scope.setItemLabelGenerator(each -> viewer.text(Label.of("tokens.scope." + each)));
        scope.setValue(TokenScope.WRITE);
        Div fresh = new Div();
        fresh.getElement().setAttribute("aria-live", "polite");
        Component button = Elements.test(Elements.button("primary", "plus", viewer.text(Label.of("tokens.issue")), () -> {
            boolean named = !name.getValue().isBlank();
            name.setErrorMessage(named ? "" : viewer.text(Label.of("tokens.name.missing")));
            name.setInvalid(!named);
            if (named) {
                show(viewer, portal.tokens.issue(viewer.person().id(), name.getValue().strip(), scope.getValue(), viewer.actor()), fresh);
                name.clear();
                list.draw();
            }
        }), "issue-token");
        Div line = Elements.div("issue-line", name, scope, button);
        return Elements.div("panel stack", new H2(viewer.text(Label.of("tokens.new"))), line, fresh);
    }

    private static void show(Viewer viewer, Tokens.Issued issued, Div fresh) {
        fresh.removeAll();
        TextField secret = Elements.test(new TextField(viewer.text(Label.of("tokens.secret", issued.token().name()))), "token-secret");
        secret.setValue(issued.secret());
        secret.setReadOnly(true);
        secret.addClassName("grow");
        Component copy = Elements.button("", "copy", viewer.text(Label.of("tokens.copy")), () -> {
            secret.getElement().executeJs("return navigator.clipboard ? navigator.clipboard.writeText($0).then(() => true, () => false) : false", issued.secret())
                    .then(Boolean.class, done -> viewer.tell(Label.of(done ? "tokens.copied" : "tokens.copy.failed")));
        });
        Paragraph use = new Paragraph(viewer.text(Label.of("tokens.use")));
        use.addClassNames("quiet", "small");
        fresh.add(Elements.div("stack secret", Elements.note("good", "circle-check", viewer.text(Label.of("tokens.once"))), Elements.div("issue-line", secret, copy), use));
    }
}
