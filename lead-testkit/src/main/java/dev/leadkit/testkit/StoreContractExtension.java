package dev.leadkit.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Hands each rule a fresh store, and puts the rule's promise before whatever it fails with. */
final class StoreContractExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(StoreContractExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext rule) {
        return parameter.getParameter().getType() == StoreUnderTest.class;
    }

    @Override
    public StoreUnderTest resolveParameter(ParameterContext parameter, ExtensionContext rule) {
        try {
            var store = new StoreUnderTest(contract(rule).openStore());
            rule.getStore(NAMESPACE).put(StoreUnderTest.class, store);
            return store;
        } catch (Exception notOpened) {
            throw new ParameterResolutionException("the store could not be opened", notOpened);
        }
    }

    @Override
    public void afterEach(ExtensionContext rule) throws Exception {
        StoreUnderTest store = rule.getStore(NAMESPACE).remove(StoreUnderTest.class, StoreUnderTest.class);
        if (store != null) {
            contract(rule).closeStore(store.spi());
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext rule, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException || !rule.getDisplayName().startsWith("STORE-")) {
            throw failure;
        }
        throw new AssertionError("broken: %s%n%s".formatted(rule.getDisplayName(), failure), failure);
    }

    private static LeadStoreContract contract(ExtensionContext rule) {
        return (LeadStoreContract) rule.getRequiredTestInstance();
    }
}
