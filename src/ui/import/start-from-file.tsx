import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { createFileReading } from '../../state/file-reading.ts'
import { useApp } from '../app-context.tsx'
import { useWording } from '../wording/use-wording.ts'
import { ChooseSource } from './choose-source.tsx'

/** Reads a file and goes on to the page where a draft is started, with what is in it in hand. */
export const StartFromFile = ({ file, onClose }: { file: File | null; onClose: () => void }) => {
  const { shelf } = useWording()
  const { brought } = useApp()
  const [, navigate] = useLocation()
  const [reading] = useState(createFileReading)
  useEffect(() => {
    const stop = reading.view.subscribe((view) => {
      if (view.name !== 'read') return
      brought.setState({ brought: { name: view.fileName, read: view.read, draftId: null } })
      navigate('/neu')
    })
    if (file) reading.read(file, file.name)
    return () => {
      stop()
      reading.cancel()
    }
  }, [reading, file, brought, navigate])
  return <ChooseSource title={shelf.startFromFile} reading={reading} onClose={onClose} />
}
