package org.kontor.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebForms;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;

class DecidedFormsTest {
    private FormServer server = FormServer.fresh(Engine.H2);

    @Test
    void knowsTheFormForLeads() {
        assertThat(server.forms().all()).extracting(WebForm::id).containsExactly("lead");
    }

    @Test
    void asksOnlyForFieldsThatLeadsHave() {
        List<String> leads = List.of(Lead.CONTACT_NAME.id(), Lead.COMPANY.id(), Lead.EMAIL.id(), Lead.PHONE.id(), Lead.COMMENTS.id());

        assertThat(new LeadForm().form().questions()).extracting(WebForm.Question::fieldId).containsExactlyElementsOf(leads);
        assertThat(new LeadForm().form().fixed()).containsOnlyKeys(Lead.SOURCE.id());
        assertThat(new LeadForm().form().typeId()).isEqualTo(Lead.TYPE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsWhatWasDecidedLast(Engine engine) {
        server = FormServer.fresh(engine);
        WebForms.Settings wanted = new WebForms.Settings(true, server.administrator().person(), List.of("https://example.org"));

        server.forms().decide("lead", WebForms.Settings.NONE, server.administrator());
        server.forms().decide("lead", wanted, server.administrator());

        assertThat(new DecidedForms(server.portal().context(), server.portal().documents()).settings("lead")).isEqualTo(wanted);
    }

    @Test
    void isClosedUntilSomebodyDecides() {
        assertThat(server.forms().settings("never-decided")).isEqualTo(WebForms.Settings.NONE);
    }

    @Test
    void letsOnlyAdministratorsDecide() {
        Actor employee = new Actor.Human(server.employee().id());

        assertThat(server.forms().decide("lead", new WebForms.Settings(true, Optional.empty(), List.of()), employee)).isNotEmpty();
        assertThat(server.forms().settings("lead").on()).isFalse();
    }

    @Test
    void letsNobodyElseOpenAFormByWritingItsDocument() {
        Actor employee = new Actor.Human(server.employee().id());
        Values open = Values.none().with(FormSettings.FORM, "lead").with(FormSettings.ON, true);

        assertThat(server.portal().documents().create(FormSettings.TYPE, open, employee)).isInstanceOf(Creation.Denied.class);
        assertThat(new FormSettingsGuard(server.portal().access()).check(Optional.empty(), open, Optional.empty(), employee)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "https://", "*", "https://example.org/path", "https://a;script-src", "'self'", "javascript:alert(1)", "https://a'b"})
    void refusesASiteThatIsNone(String site) {
        assertThat(server.forms().decide("lead", new WebForms.Settings(true, Optional.empty(), List.of(site)), server.administrator())).isNotEmpty();
    }
}
