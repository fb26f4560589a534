package dev.leadkit.capture.visits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads the capture module and the engine of its text patterns with a {@link Visits#step} in each method and each loop, and
 * with the methods of {@code String} that look at many characters replaced by those of {@link Visits}. A method of
 * {@code String} that is neither known to look at one character nor replaced does not link, so none goes uncounted.
 */
public final class CountingLoader extends ClassLoader {
    private static final List<String> COUNTED = List.of("dev.leadkit.capture.", "com.google.re2j.");
    private static final String VISITS = Visits.class.getName().replace('.', '/');

    /** A look at one character or at none; equality, too, of a word with a known one. */
    private static final Set<String> ONE_VISIT = Set.of(
            "charAt",
            "codePointAt",
            "codePointBefore",
            "length",
            "isEmpty",
            "equals",
            "equalsIgnoreCase",
            "hashCode",
            "toString",
            "compareTo",
            "getClass");

    public CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    /** A new object of a class, loaded so that its work is counted. */
    public <T> T create(Class<? extends T> counted, Class<T> type) {
        try {
            return type.cast(loadClass(counted.getName()).getConstructor().newInstance());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(counted.getName(), broken);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean counted = COUNTED.stream().anyMatch(name::startsWith) && !name.startsWith(packageOfThis());
        if (!counted) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static String packageOfThis() {
        return CountingLoader.class.getPackageName() + '.';
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] woven = weave(in.readAllBytes());
            return defineClass(name, woven, 0, woven.length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] weave(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Weaver(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Weaver extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Weaver(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        /** A jump backwards is a loop. */
        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                step();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean replaced =
                    opcode == Opcodes.INVOKEVIRTUAL && owner.equals("java/lang/String") && !ONE_VISIT.contains(name);
            if (replaced) {
                String withReceiver = "(Ljava/lang/String;" + descriptor.substring(1);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, VISITS, name, withReceiver, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, VISITS, "step", "()V", false);
        }
    }
}
