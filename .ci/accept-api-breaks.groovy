// Takes what .ci/accepted-api-breaks.txt accepts, with its reason, out of what japicmp found.
// Run by japicmp; jApiClasses is what it found.
def file = System.getProperty('api.accepted')
        ?: System.getProperty('maven.multiModuleProjectDirectory') + '/.ci/accepted-api-breaks.txt'
def accepted = new File(file).readLines('UTF-8')
        .collect { it.trim() }
        .findAll { !it.isEmpty() && !it.startsWith('#') }
        .collect {
            def parts = it.split(/:\s+/, 2)
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("expected 'type#member(parameters): reason', found '${it}'")
            }
            parts[0]
        } as Set

def signature = { method -> method.name + '(' + method.parameters*.type.join(', ') + ')' }
def kept = []
for (type in jApiClasses) {
    def name = type.fullyQualifiedName
    if (accepted.contains(name)) {
        continue
    }
    type.methods.removeIf { accepted.contains("${name}#${signature(it)}".toString()) }
    type.constructors.removeIf { accepted.contains("${name}#${signature(it)}".toString()) }
    type.fields.removeIf { accepted.contains("${name}#${it.name}".toString()) }
    kept.add(type)
}
return kept
