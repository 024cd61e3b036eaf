package org.kontor.itests.harness;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the one portal and the one browser of the run to walks, and keeps evidence of those that fail.
final class SharedPortal implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedPortal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Portal.class || type == Chromium.class || type == Rest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        Class<?> type = parameter.getParameter().getType();
        if (type == Portal.class) {
            return portal(store);
        }
        return type == Chromium.class ? chromium(store) : rest(store);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Chromium chromium = context.getRoot().getStore(NAMESPACE).get(Chromium.class, Chromium.class);
        if (chromium == null) {
            return;
        }
        context.getExecutionException().ifPresent(_ -> Evidence.keep(context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName(), chromium.tabs()));
        chromium.closeTabs();
    }

    private static Portal portal(ExtensionContext.Store store) {
        return store.getOrComputeIfAbsent(Portal.class, _ -> Portal.start(), Portal.class);
    }

    private static Chromium chromium(ExtensionContext.Store store) {
        return store.getOrComputeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    private static Rest rest(ExtensionContext.Store store) {
        return store.getOrComputeIfAbsent(Rest.class, _ -> {
            try (Tab tab = chromium(store).signedIn(portal(store))) {
                return new Rest(portal(store), tab.tokens().issue("walks"));
            }
        }, Rest.class);
    }
}
