import { createStore } from 'zustand/vanilla'
import { readApplication } from '../../document/read-application.ts'
import type { Application } from '../../domain/application.ts'
import { accepted, refused, type Outcome, type Refusal } from '../../domain/refusal.ts'
import { lastActOf, type SignOffKind } from '../../domain/sign-off.ts'
import { freezeOf, type Agreement, type SaidPackageAct } from '../../domain/submission.ts'
import { createAgreementApi, type AgreementApi } from '../../sync/agreement-api.ts'
import { afterPaint } from '../after-paint.ts'
import type { Desk } from '../desk.ts'
import type { LiveDraft } from '../live-draft.ts'
import { deliver, keepForAgreement, readVersion } from '../versions/agreed-versions.ts'
import { isWaiting, readKeptAgreement, withRecord, wordsOf, type KeptAgreement, type OwnAct } from './kept-agreement.ts'
import { markOf, marksOf, type Marks, type ShownWording } from './marks.ts'

/** Everything the screens show of agreement and package; plain values only. */
export interface AgreementView {
  /** As the server last said. */
  record: Agreement
  /** Said here and not taken by the server yet, or refused; oldest first. */
  own: readonly OwnAct[]
  /** Of the draft as it stands now on this device. */
  marks: Marks
  /** False where this device keeps nothing beyond the window. */
  keeps: boolean
}

/** These say something of this moment or of the way, not of what was said: it is sent again. */
const passing: readonly Refusal[] = ['unreachable', 'busy', 'incomplete', 'signed-out', 'pending']
const againMs = 30_000

/**
 * Agreeing to a wording, freezing it, noting where it went. One for each draft at work, whether its page is on screen or
 * not: what was said without a connection goes out as soon as the server has everything else from here.
 */
export class DraftAgreement {
  readonly view
  readonly #desk: Desk
  readonly #live: LiveDraft
  readonly #api: AgreementApi
  readonly #stop: () => void
  #kept: KeptAgreement
  #delivering: Promise<void> | null = null
  #again: ReturnType<typeof setTimeout> | null = null

  constructor(desk: Desk, live: LiveDraft) {
    this.#desk = desk
    this.#live = live
    this.#api = createAgreementApi(desk.api.ask)
    this.#kept = readKeptAgreement(live.record().agreement)
    const keeps = desk.deviceStore.keeps
    this.view = createStore<AgreementView>(() => ({ ...this.#kept, marks: this.shown().marks, keeps }))
    this.#stop = live.onFacts(() => this.#deliverIfPossible())
    this.#deliverIfPossible()
  }

  /** Keeps the marks up to date for as long as somebody looks at them. Returns how to stop. */
  watch(): () => void {
    const { doc } = this.#live
    let callOff: (() => void) | null = null
    // Inside a Yjs event: only notes that there is something to read.
    const note = () => {
      callOff ??= afterPaint(() => {
        callOff = null
        this.view.setState({ marks: this.shown().marks })
      })
    }
    this.view.setState({ marks: this.shown().marks })
    doc.on('update', note)
    return () => {
      callOff?.()
      doc.off('update', note)
    }
  }

  /** Asks the server for its record. Without an answer it stays as this device knows it. */
  async refresh(): Promise<Outcome<null>> {
    const told = await this.#api.read(this.#live.draftId)
    if (!told.ok) return told
    const me = this.#live.record().access?.me.id ?? null
    await this.#change((kept) => withRecord(kept, told.value, me))
    this.#deliverIfPossible()
    return accepted(null)
  }

  /** The wording of now, for somebody who is about to sign it. */
  shown(): ShownWording {
    const application = this.#application()
    return { application, marks: marksOf(application, this.#live.call) }
  }

  /**
   * Says it for one's own organisation about the wording of now; without a connection it waits on this device. Where that
   * is not the one known by `shown` any more (null for any), nothing is said and it returns false.
   */
  async signOff(kind: SignOffKind, reason: string, sectionId: string | null, shown: string | null): Promise<boolean> {
    await this.#live.versions()
    const fingerprint = markOf(this.shown().marks, sectionId)
    if (shown !== null && shown !== fingerprint) return false
    const versionId = await keepForAgreement(this.#live)
    const { organisation } = this.#live.record().me
    const isOfThis = (act: OwnAct) => act.about === 'wording' && isWaiting(act) && act.said.sectionId === sectionId
    const before =
      this.#kept.own.findLast(isOfThis)?.said ?? lastActOf(this.#kept.record.signOffs, organisation, sectionId)
    const words = { id: crypto.randomUUID(), kind, reason, versionId, sectionId, fingerprint }
    await this.#say({
      about: 'wording',
      said: { ...words, saidAt: Date.now(), after: before?.id ?? null },
      refusal: null,
    })
    return true
  }

  /** Makes the wording of now the package. Needs the server, which must have everything from here. */
  async freeze(): Promise<Outcome<null>> {
    const versionId = await keepForAgreement(this.#live)
    if ((await deliver(this.#live, versionId)) !== null) return refused('unreachable')
    return this.#act({ id: crypto.randomUUID(), kind: 'freeze', versionId, saidAt: Date.now() })
  }

  async reopen(): Promise<Outcome<null>> {
    const freeze = freezeOf(this.#kept.record.acts)
    if (freeze === null) return refused('overtaken')
    const { versionId } = freeze
    return this.#act({ id: crypto.randomUUID(), kind: 'reopen', versionId, saidAt: Date.now() })
  }

  /** Notes where the frozen package went; without a connection it waits on this device. */
  async noteSubmission(receipt: { where: string; note: string; submittedAt: number }): Promise<void> {
    const freeze = freezeOf(this.#kept.record.acts)
    if (freeze === null) return
    const { versionId } = freeze
    const said = { id: crypto.randomUUID(), kind: 'submit', versionId, ...receipt, saidAt: Date.now() } as const
    await this.#say({ about: 'package', said, refusal: null })
  }

  /** A refusal has been read. */
  async forget(actId: string): Promise<void> {
    await this.#change((kept) => ({ ...kept, own: kept.own.filter(({ said }) => said.id !== actId) }))
  }

  /** What a version says; `unreachable` where it is neither here nor to be had, `absent` where it was erased. */
  async readVersion(versionId: string): Promise<Outcome<Application>> {
    return readVersion(this.#live, versionId)
  }

  /** The frozen package, as it was frozen; null while nothing is. */
  async readPackage(): Promise<Outcome<Application> | null> {
    const freeze = freezeOf(this.#kept.record.acts)
    // That it is frozen may be known here before the record has come.
    const told = this.#live.record().access?.package?.frozen
    if (freeze === null) return told ? this.readVersion(told.versionId) : null
    // Nearly always the draft still says the same, and then nobody need be asked.
    const application = this.#application()
    const isSame = marksOf(application, this.#live.call).whole === freeze.fingerprint
    return isSame ? accepted(application) : this.readVersion(freeze.versionId)
  }

  /** Resolves when the server has what waits, or cannot be told now. */
  async whenDelivered(): Promise<void> {
    this.#deliverIfPossible()
    await this.#delivering
  }

  /** What was typed with the acts that wait. */
  unsentWords(): string[] {
    return this.#kept.own.filter(isWaiting).flatMap(wordsOf)
  }

  close(): void {
    this.#stop()
    if (this.#again !== null) clearTimeout(this.#again)
  }

  #application(): Application {
    return readApplication(this.#live.doc, this.#live.call)
  }

  async #say(act: OwnAct): Promise<void> {
    await this.#change((kept) => ({ ...kept, own: [...kept.own, act] }))
    await this.whenDelivered()
  }

  async #act(said: SaidPackageAct): Promise<Outcome<null>> {
    const done = await this.#api.act(this.#live.draftId, said)
    if (!done.ok) return done
    await Promise.all([this.refresh(), this.#live.refreshAccess()])
    return accepted(null)
  }

  #deliverIfPossible(): void {
    const { connection, waiting } = this.#live.textFacts()
    if (connection.name !== 'live' || waiting > 0 || this.#delivering || !this.#kept.own.some(isWaiting)) return
    this.#delivering = this.#deliver()
      .catch(() => this.#tryAgainLater())
      .finally(() => {
        this.#delivering = null
      })
  }

  async #deliver(): Promise<void> {
    for (const act of this.#kept.own.filter(isWaiting)) {
      const { said } = act
      const version = await deliver(this.#live, said.versionId)
      if (version === 'waiting') return this.#tryAgainLater()
      const answer = version === null ? await this.#send(act) : refused('unknown-version')
      if (answer.ok) continue
      if (passing.includes(answer.refusal)) return this.#tryAgainLater()
      await this.#noteRefusal(said.id, answer.refusal)
    }
    // What was taken leaves the list with the record that has it.
    await this.refresh()
  }

  #send(act: OwnAct): Promise<Outcome<unknown>> {
    const { draftId } = this.#live
    return act.about === 'wording' ? this.#api.signOff(draftId, act.said) : this.#api.act(draftId, act.said)
  }

  async #noteRefusal(actId: string, refusal: Refusal): Promise<void> {
    const noted = (act: OwnAct): OwnAct => (act.said.id === actId ? { ...act, refusal } : act)
    await this.#change((kept) => ({ ...kept, own: kept.own.map(noted) }))
  }

  #tryAgainLater(): void {
    this.#again ??= setTimeout(() => {
      this.#again = null
      this.#deliverIfPossible()
    }, againMs)
  }

  /** Another tab of this browser may have said something too: each change builds on what is stored. */
  async #change(make: (kept: KeptAgreement) => KeptAgreement): Promise<void> {
    const { deviceStore, surroundings } = this.#desk
    const { draftId } = this.#live
    const write = async () => {
      const stored = (await deviceStore.readDraft(draftId))?.agreement
      this.#kept = make(stored === undefined ? this.#kept : readKeptAgreement(stored))
      const { record, own } = this.#kept
      const actsKnown = record.signOffs.length + record.acts.length
      const change = { agreement: this.#kept, actsKnown, actsWaiting: own.filter(isWaiting).length }
      this.#live.change(change)
      await deviceStore.changeDraft(draftId, change)
    }
    const { locks } = surroundings.device
    await (locks ? locks.request(`agreement-${draftId}`, write) : write())
    this.view.setState({ ...this.#kept, keeps: deviceStore.keeps })
  }
}
